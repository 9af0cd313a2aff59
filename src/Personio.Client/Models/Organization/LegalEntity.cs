using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// A legal entity of the company. Addresses, bank details, contact person and number of employees are in
/// AdditionalProperties, because Personio does not document their structure.
/// </summary>
public sealed record LegalEntity : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? LegalEntityId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The country as an ISO 3166 alpha-2 code; not that of the address.</summary>
    public string? Country { get; init; }

    /// <summary>The legal form.</summary>
    public string? Type { get; init; }

    /// <summary>The status, for example ACTIVE.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it is the main legal entity of the company.</summary>
    public bool? IsMain { get; init; }

    /// <summary>The day from which it exists.</summary>
    [Day]
    public DateTime? ValidFrom { get; init; }

    /// <summary>The number in the commercial register.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The industry sector.</summary>
    public string? IndustrySector { get; init; }

    /// <summary>The email address.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number.</summary>
    public string? Phone { get; init; }

    string? IIdentified.Identity => LegalEntityId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? LegalEntityId ?? "";
}

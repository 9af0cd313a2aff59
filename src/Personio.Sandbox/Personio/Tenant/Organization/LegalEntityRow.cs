using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A legal entity.</summary>
internal sealed class LegalEntityRow : Row
{
    public string Status { get; } = "ACTIVE";

    public bool IsMain { get; init; }

    public DateOnly ValidFrom { get; init; }

    public int AssignedEmployees { get; set; }

    public required string Country { get; init; }

    public required string Name { get; init; }

    [JsonPropertyName("type")]
    public string? LegalForm { get; init; }

    public string? RegistrationNumber { get; init; }

    public string? IndustrySector { get; init; }

    public string Email { get; } = "hr@example.org";

    public string? Phone { get; init; }

    public PostalAddress Address => new("Hauptstraße 1", City, Country);

    [JsonPropertyName("contact_person"), JsonConverter(typeof(ReferenceConverter))]
    public string? ContactId { get; set; }

    public string? BankDetails { get; init; }

    public string? MailingAddress { get; init; }

    internal required string City { get; init; }
}

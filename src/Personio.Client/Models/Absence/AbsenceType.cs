using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A type of absence, for example vacation.</summary>
public sealed record AbsenceType : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? AbsenceTypeId { get; init; }

    /// <summary>The name, in the company's language.</summary>
    public string? Name { get; init; }

    /// <summary>The category, for example PAID_VACATION.</summary>
    public string? Category { get; init; }

    /// <summary>The unit in which absences of this type are counted: DAY or HOUR.</summary>
    public string? Unit { get; init; }

    string? IIdentified.Identity => AbsenceTypeId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? AbsenceTypeId ?? "";
}

using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// The remaining balance of one absence type for a person, as calculated by API v1; half days are exact.
/// </summary>
public sealed record AbsenceBalance : ApiObject, IPersonRow<AbsenceBalance>
{
    /// <summary>The id of the person.</summary>
    [JsonIgnore]
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>The name of the absence type.</summary>
    [JsonPropertyName("name")]
    public string? AbsenceType { get; init; }

    /// <summary>The category, for example paid_vacation.</summary>
    public string? Category { get; init; }

    /// <summary>The balance today: only absences already taken are deducted. May be negative.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The balance after upcoming absences are deducted as well. May be negative.</summary>
    public decimal? AvailableBalance { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    internal string? V1AbsenceTypeId { get; init; }

    /// <summary>
    /// Returns the id of the absence type in API v1, a number that differs from the UUID of the same type in v2. A
    /// method, so that it does not show up as a column that looks like AbsenceTypeId.
    /// </summary>
    public string? GetV1AbsenceTypeId() => V1AbsenceTypeId;

    AbsenceBalance IPersonRow<AbsenceBalance>.WithPerson(string? name, string? email) =>
        this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() => $"{AbsenceType ?? V1AbsenceTypeId} {CellText.Format(Balance)}".Trim();
}

using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>What a person has left of one type of absence, as API v1 counts it; half days are exact.</summary>
public sealed record AbsenceBalance : ApiObject, IPersonRow<AbsenceBalance>
{
    /// <summary>The person.</summary>
    [JsonIgnore]
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null where it is not known and was not asked for.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The e-mail address of the person; null where it is not known and was not asked for.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>The name of the absence type.</summary>
    [JsonPropertyName("name")]
    public string? AbsenceType { get; init; }

    /// <summary>The category, for example paid_vacation.</summary>
    public string? Category { get; init; }

    /// <summary>What is left today: only what has been taken is deducted. May be negative.</summary>
    public decimal? Balance { get; init; }

    /// <summary>What is left after the absences to come are deducted as well. May be negative.</summary>
    public decimal? AvailableBalance { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    internal string? V1AbsenceTypeId { get; init; }

    /// <summary>
    /// The id of the absence type in API v1, a number: not the UUID that v2 has for the same type. A method, so that it
    /// is not a column that looks like AbsenceTypeId.
    /// </summary>
    public string? GetV1AbsenceTypeId() => V1AbsenceTypeId;

    AbsenceBalance IPersonRow<AbsenceBalance>.WithPerson(string? name, string? email) => this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() => $"{AbsenceType ?? V1AbsenceTypeId} {CellText.Format(Balance)}".Trim();
}

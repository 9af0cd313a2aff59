using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>How much balance one day of an absence uses.</summary>
public sealed record AbsenceBreakdown : ApiObject, IPersonRow<AbsenceBreakdown>
{
    /// <summary>The id of the absence.</summary>
    [JsonIgnore]
    public string? AbsencePeriodId { get; init; }

    /// <summary>The id of the person if the absence was piped in; otherwise null.</summary>
    [JsonIgnore]
    public string? PersonId { get; init; }

    /// <summary>The name of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>The name of the absence type if the absence was piped in; otherwise null.</summary>
    [JsonIgnore]
    public string? AbsenceType { get; init; }

    /// <summary>The day.</summary>
    [Day]
    public DateTime? Date { get; init; }

    /// <summary>Days used; null if the type is counted in hours.</summary>
    [JsonIgnore]
    public decimal? Days => IsHourly ? null : Duration?.Value;

    /// <summary>Hours used; null if the type is counted in days.</summary>
    [JsonIgnore]
    public decimal? Hours => IsHourly ? Duration?.Value : null;

    /// <summary>DAY or HOUR.</summary>
    [JsonIgnore]
    public string? Unit => Duration?.Unit;

    [JsonInclude]
    [JsonPropertyName("effective_duration")]
    internal Amount? Duration { get; init; }

    private bool IsHourly => AbsenceUnit.IsHour(Unit);

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts => [("effective_duration", Duration)];

    AbsenceBreakdown IPersonRow<AbsenceBreakdown>.WithPerson(string? name, string? email) =>
        this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() => $"{CellText.Format(Date)} {CellText.Format(Duration?.Value)} {Unit}".Trim();

    [FlatMember("value", IsAmount = true)]
    internal sealed record Amount : ApiObject
    {
        public decimal? Value { get; init; }

        public string? Unit { get; init; }
    }
}

using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One absence of a person.</summary>
internal sealed class AbsencePeriodRow : Row
{
    [JsonPropertyName("person"), JsonConverter(typeof(ReferenceConverter))]
    public required string PersonId { get; init; }

    [JsonPropertyName("absence_type"), JsonConverter(typeof(ReferenceConverter))]
    public string TypeId => Type.Id;

    [JsonPropertyName("starts_from")]
    public Boundary Start { get; set; }

    [JsonPropertyName("ends_at")]
    public Boundary? SentEnd => Style.InclusiveAbsenceEnds ? End : End?.ToExclusiveEnd();

    public string TimezoneId { get; } = SandboxTenant.TimeZoneId;

    public string? Comment { get; set; }

    [JsonPropertyName("approval"), JsonConverter(typeof(StatusConverter))]
    public required string Status { get; set; }

    [JsonPropertyName("substitute"), JsonConverter(typeof(ReferenceConverter))]
    public string? SubstituteId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal override string? OwnerId => PersonId;

    internal required AbsenceTypeRow Type { get; init; }

    /// <summary>
    /// Null if the end is unknown. With a half, it carries the date of the last day; requests and responses may use the
    /// midnight after it instead.
    /// </summary>
    internal Boundary? End { get; set; }

    /// <summary>
    /// Whether this is a leave managed by HR: listed like any absence, but not changeable through the API.
    /// </summary>
    internal bool IsManagedLeave { get; set; }

    /// <summary>The first moment of the absence: noon if it begins with the second half of a day.</summary>
    internal DateTime From => Start.Half == Boundary.SecondHalf ? Start.At.Date.AddHours(12) : Start.At;

    /// <summary>
    /// The first moment after the absence. With a half, the end carries the date of the last day; without one, it is
    /// the boundary itself: the midnight after the last day, or the time at which the person is back.
    /// </summary>
    internal DateTime Until => End switch
    {
        null => DateTime.MaxValue,
        { Half: Boundary.FirstHalf } end => end.At.Date.AddHours(12),
        { Half: Boundary.SecondHalf } end => end.At.Date.AddDays(1),
        { } end => end.At,
    };

    public bool Overlaps(AbsencePeriodRow other) => From < other.Until && other.From < Until;
}

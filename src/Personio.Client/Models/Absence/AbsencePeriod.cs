using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// An absence of a person. StartDate and EndDate are inclusive, in the local time of <see cref="TimeZoneId"/>, and
/// never converted.
/// </summary>
public sealed record AbsencePeriod : ApiObject, IIdentified, IPersonRow<AbsencePeriod>
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? AbsencePeriodId { get; init; }

    /// <summary>The id of the person who is absent; missing in the responses for some companies.</summary>
    [JsonIgnore]
    public string? PersonId { get => field ?? Person?.Id ?? FlatPersonId; init; }

    /// <summary>The name of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>The name of the absence type; null if the types cannot be read.</summary>
    [JsonIgnore]
    public string? AbsenceType { get; init; }

    /// <summary>The id of the absence type.</summary>
    [JsonIgnore]
    public string? AbsenceTypeId => TypeReference?.Id;

    /// <summary>The first day, at midnight; with a time of day for absences counted in hours.</summary>
    [JsonIgnore]
    public DateTime? StartDate => Starts is { NamesHalf: true } ? StartsFrom?.Date : StartsFrom;

    /// <summary>
    /// The last day, inclusive, at midnight; with a time of day for absences counted in hours. Null if open-ended.
    /// </summary>
    [JsonIgnore]
    public DateTime? EndDate => LastDay();

    /// <summary>First (from the morning) or Second (from midday); null if Personio specifies no half.</summary>
    [JsonIgnore]
    public string? StartHalf => Starts?.Half;

    /// <summary>First (until midday) or Second (until the evening); null if Personio specifies no half.</summary>
    [JsonIgnore]
    public string? EndHalf => Ends?.Half;

    /// <summary>Whether the absence has a start but no end.</summary>
    [JsonIgnore]
    public bool OpenEnd => StartsFrom is not null && EndsAt is null;

    /// <summary>
    /// The approval status: PENDING, SUBSTITUTE_REQUESTED, APPROVED, DELETION_PENDING (approved, with a withdrawal
    /// waiting for approval), REJECTED or a value added later.
    /// </summary>
    [JsonIgnore]
    public string? Status => Approval?.Status ?? FlatStatus;

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The id of the substitute; null if there is none.</summary>
    [JsonIgnore]
    public string? SubstituteId => Substitute?.Id;

    /// <summary>The IANA name of the time zone of the start and end; null if Personio specifies none.</summary>
    [JsonPropertyName("timezone_id")]
    public string? TimeZoneId { get; init; }

    /// <summary>When the absence was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the absence was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    internal DateTime? StartsFrom => Starts?.DateTime;

    internal DateTime? EndsAt => Ends?.DateTime;

    // Whether an end that names a half is the last day itself, as the session has determined for the company.
    [JsonIgnore]
    internal bool EndsInclusively { get; init; }

    string? IIdentified.Identity => AbsencePeriodId;

    [JsonInclude]
    internal Reference? Person { get; init; }

    [JsonInclude]
    [JsonPropertyName("person_id")]
    internal string? FlatPersonId { get; init; }

    [JsonInclude]
    [JsonPropertyName("absence_type")]
    internal Reference? TypeReference { get; init; }

    [JsonInclude]
    [JsonPropertyName("starts_from")]
    internal AbsenceBoundary? Starts { get; init; }

    [JsonInclude]
    [JsonPropertyName("ends_at")]
    internal AbsenceBoundary? Ends { get; init; }

    [JsonInclude]
    internal Approval? Approval { get; init; }

    // Used if Personio does not wrap the status in an object.
    [JsonInclude]
    [JsonPropertyName("status")]
    internal string? FlatStatus { get; init; }

    [JsonInclude]
    internal Reference? Substitute { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
    [
        ("person", Person), ("absence_type", TypeReference), ("starts_from", Starts), ("ends_at", Ends),
        ("approval", Approval), ("substitute", Substitute),
    ];

    private protected override IEnumerable<(string Name, object? Value, object? Shown)> Conflicts =>
        [("status", FlatStatus, Status), ("person_id", FlatPersonId, PersonId)];

    AbsencePeriod IPersonRow<AbsencePeriod>.WithPerson(string? name, string? email) =>
        this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{AbsenceType ?? "Absence"} {CellText.Format(StartDate)}..{CellText.Format(EndDate)}".TrimEnd();

    /// <summary>
    /// Returns the start as sent by Personio, without a time zone. A method, so that it does not show up as a column
    /// next to StartDate.
    /// </summary>
    public DateTime? GetStartsFrom() => StartsFrom;

    /// <summary>
    /// Returns the end as sent by Personio, without a time zone. A midnight is usually the one <em>after</em> the last
    /// day, even if a half is named; EndDate is the last day itself. A method, so that it does not show up as a column
    /// next to it.
    /// </summary>
    public DateTime? GetEndsAt() => EndsAt;

    /// <summary>
    /// Whether any part of the absence falls within a range of days, inclusive; null for an open side.
    /// </summary>
    public bool Overlaps(DateTime? from, DateTime? to) =>
        (to is null || StartsFrom is null || StartsFrom.Value.Date <= to.Value.Date)
        && (from is null || EndDate is null || EndDate.Value.Date >= from.Value.Date);

    // A midnight is the end of the previous day, unless the company writes the last day itself, together with a half.
    // An absence that ends where it begins is on that day in either case. One counted in hours ends at a time of day.
    private DateTime? LastDay() => EndsAt switch
    {
        null => null,
        { } end when Ends!.NamesHalf && EndsInclusively => end.Date,
        { TimeOfDay.Ticks: 0 } midnight when midnight > (StartsFrom ?? DateTime.MinValue) => midnight.AddDays(-1),
        { } end when Ends!.NamesHalf => end.Date,
        { } end => end,
    };
}

using System.Globalization;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Absences of persons over a range of days: the source of a page or a calendar file.</summary>
internal sealed record AbsenceCalendar
{
    /// <summary>The first day, inclusive.</summary>
    public required DateTime From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateTime To { get; init; }

    /// <summary>The absences. An absence without a start is ignored.</summary>
    public IReadOnlyList<AbsencePeriod> Absences { get; init; } = [];

    /// <summary>Names of persons by ID. A person without an entry is shown as unnamed.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The IDs of persons who get a row on the page even if they are never absent.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>
    /// The names of the company's absence types in its order, so that a type has the same letters and color in every
    /// calendar.
    /// </summary>
    public IReadOnlyList<string> AbsenceTypes { get; init; } = [];

    /// <summary>
    /// The group of each person by ID, for example a department. Null if rows are not grouped; persons without a group
    /// are listed last.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>The kind of group, which selects the heading for persons without one.</summary>
    public CalendarGroup Grouping { get; init; }

    /// <summary>The title of the calendar; null for the default title in its language.</summary>
    public string? Title { get; init; }

    /// <summary>The culture for texts and dates. If no texts exist in its language, they are English.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>When the calendar was created; its date counts as today.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True if today is within the range.</summary>
    internal bool HasToday => CreatedAt.Date >= From.Date && CreatedAt.Date <= To.Date;

    /// <summary>Formats the calendar's texts and dates in its culture.</summary>
    internal CalendarFormatter Wording => field ??= new CalendarFormatter(Culture);

    /// <summary>The absences by day, earliest first.</summary>
    internal IReadOnlyList<CalendarEntry> Entries =>
    [
        .. Absences.Where(absence => absence.Overlaps(From, To)).Select(CalendarEntry.Create).OfType<CalendarEntry>()
            .OrderBy(entry => entry.First).ThenBy(entry => entry.From)
            .ThenBy(entry => entry.Absence.AbsencePeriodId, StringComparer.Ordinal),
    ];

    /// <summary>The display name of a person, or the text for an unnamed person.</summary>
    internal string NameOf(string? personId) =>
        personId is not null && Names.TryGetValue(personId, out string? name) && !string.IsNullOrWhiteSpace(name)
            ? name
            : Wording.Words.UnnamedPerson;

    /// <summary>The name of a person's group, or the text for persons without one.</summary>
    internal string GroupOf(string? personId) =>
        personId is not null && Groups!.TryGetValue(personId, out string? name) && !string.IsNullOrWhiteSpace(name)
            ? name
            : Ungrouped;

    /// <summary>The text for persons who belong to no group.</summary>
    internal string Ungrouped => Grouping switch
    {
        CalendarGroup.Team => Wording.Words.Without.Team,
        CalendarGroup.Workplace => Wording.Words.Without.Workplace,
        _ => Wording.Words.Without.Department,
    };
}

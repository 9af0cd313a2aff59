using System.Globalization;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Absences of persons on some days: what a page or a calendar file is made of.</summary>
internal sealed record AbsenceCalendar
{
    /// <summary>The first day, inclusive.</summary>
    public required DateTime From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateTime To { get; init; }

    /// <summary>The absences. One that does not say when it begins is left out.</summary>
    public IReadOnlyList<AbsencePeriod> Absences { get; init; } = [];

    /// <summary>The names of persons by their ids. Who has none here is called by the id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The ids of persons who have a row on the page also where they are not absent.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>
    /// The names of the company's absence types in its order, so that a type has the same letters and the same color
    /// in each calendar.
    /// </summary>
    public IReadOnlyList<string> AbsenceTypes { get; init; } = [];

    /// <summary>
    /// What persons belong to, by their ids: a department for example. Null where rows are not grouped; who has nothing
    /// here comes last.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>What stands over those who belong to none.</summary>
    public CalendarGroup Grouping { get; init; }

    /// <summary>What the calendar is called; null for the word of its language.</summary>
    public string? Title { get; init; }

    /// <summary>The culture for words and dates; where there are no words in it, they are English.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>When the calendar was made; its day is today.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether today is one of its days.</summary>
    internal bool HasToday => MadeAt.Date >= From.Date && MadeAt.Date <= To.Date;

    /// <summary>The words for it.</summary>
    internal CalendarFormatter Wording => field ??= new CalendarFormatter(Culture);

    /// <summary>The absences as days, from the first on.</summary>
    internal IReadOnlyList<CalendarEntry> Stays =>
    [
        .. Absences.Where(absence => absence.Overlaps(From, To)).Select(CalendarEntry.Create).OfType<CalendarEntry>()
            .OrderBy(stay => stay.First).ThenBy(stay => stay.From)
            .ThenBy(stay => stay.Absence.AbsencePeriodId, StringComparer.Ordinal),
    ];

    /// <summary>What a person is called.</summary>
    internal string NameOf(string? personId) =>
        personId is not null && Names.TryGetValue(personId, out string? name) && !string.IsNullOrWhiteSpace(name)
            ? name
            : Wording.Words.UnnamedPerson;

    /// <summary>What the group of a person is called.</summary>
    internal string GroupOf(string? personId) =>
        personId is not null && Groups!.TryGetValue(personId, out string? name) && !string.IsNullOrWhiteSpace(name)
            ? name
            : Ungrouped;

    /// <summary>What those are called who belong to none.</summary>
    internal string Ungrouped => Grouping switch
    {
        CalendarGroup.Team => Wording.Words.Without.Team,
        CalendarGroup.Workplace => Wording.Words.Without.Workplace,
        _ => Wording.Words.Without.Department,
    };
}

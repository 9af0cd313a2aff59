using System.Globalization;

namespace Personio;

/// <summary>
/// The texts of a calendar in one language; {0} and {1} are placeholders. <see cref="CalendarLanguages"/> lists all
/// languages.
/// </summary>
internal sealed record CalendarWords
{
    /// <summary>The default title.</summary>
    public required string Title { get; init; }

    /// <summary>The range from the first to the last day.</summary>
    public required string Span { get; init; }

    /// <summary>One absence, and several absences.</summary>
    public required (string One, string Many) Absences { get; init; }

    /// <summary>One person, and several persons.</summary>
    public required (string One, string Many) Persons { get; init; }

    /// <summary>The number of absences and of absent persons.</summary>
    public required string Counts { get; init; }

    /// <summary>The label of the links to the months.</summary>
    public required string Months { get; init; }

    /// <summary>The heading above the list of persons absent today.</summary>
    public required string AbsentToday { get; init; }

    /// <summary>Shown if nobody is absent today.</summary>
    public required string Nobody { get; init; }

    /// <summary>Shown in a month without absences.</summary>
    public required string NobodyAbsent { get; init; }

    /// <summary>When and with which program the calendar was created.</summary>
    public required string CreatedOn { get; init; }

    /// <summary>What the calendar does not contain.</summary>
    public required string HolidaysNote { get; init; }

    /// <summary>Who may see the calendar.</summary>
    public required string PrivacyNote { get; init; }

    /// <summary>The heading of the legend.</summary>
    public required string Key { get; init; }

    /// <summary>The weekend days.</summary>
    public required string Weekend { get; init; }

    /// <summary>The day on which the calendar was created.</summary>
    public required string Today { get; init; }

    /// <summary>The header of the name column.</summary>
    public required string Person { get; init; }

    /// <summary>A person without a readable name.</summary>
    public required string UnnamedPerson { get; init; }

    /// <summary>An absence whose type is unknown or hidden.</summary>
    public required string Absent { get; init; }

    /// <summary>The first and the second half of a day.</summary>
    public required (string First, string Second) Half { get; init; }

    /// <summary>An absence that begins at midday, and one that ends at midday.</summary>
    public required (string Begins, string Ends) Midday { get; init; }

    /// <summary>An absence counted in hours.</summary>
    public required string Hourly { get; init; }

    /// <summary>An absence without a known end.</summary>
    public required string OpenEnd { get; init; }

    /// <summary>From a day, until a day, and both.</summary>
    public required (string From, string Until, string Both) Days { get; init; }

    /// <summary>From a time, until a time, and both.</summary>
    public required (string From, string Until, string Both) Times { get; init; }

    /// <summary>States of approval: pending, waiting for the substitute, withdrawal pending, rejected.</summary>
    public required (string Pending, string SubstituteRequested, string DeletionPending, string Rejected) Status
    {
        get;
        init;
    }

    /// <summary>The legend's text for an absence that is not approved yet.</summary>
    public required string NotApproved { get; init; }

    /// <summary>The headings of persons without a department, team, or workplace.</summary>
    public required (string Department, string Team, string Workplace) Without { get; init; }

    /// <summary>The texts for a culture; null if none exist in its language.</summary>
    public static CalendarWords? Find(CultureInfo culture) =>
        CalendarLanguages.All.GetValueOrDefault(culture.TwoLetterISOLanguageName);

    /// <summary>
    /// The culture for a calendar: the given one if its language is available, else British English, where days precede
    /// months as in most of the world.
    /// </summary>
    public static CultureInfo CultureFor(CultureInfo culture) =>
        Find(culture) is null ? CultureInfo.GetCultureInfo("en-GB") : culture;

    /// <summary>Translates a state of approval. An unknown state is returned unchanged.</summary>
    public string StatusOf(string status) => status switch
    {
        "pending" => Status.Pending,
        "substitute requested" => Status.SubstituteRequested,
        "deletion pending" => Status.DeletionPending,
        "rejected" => Status.Rejected,
        _ => status,
    };
}

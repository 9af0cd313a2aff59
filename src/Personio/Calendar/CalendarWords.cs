using System.Globalization;

namespace Personio;

/// <summary>
/// What a calendar says in one language. <see cref="CalendarLanguages"/> has them all; {0} and {1} stand for what the
/// calendar puts there.
/// </summary>
internal sealed record CalendarWords
{
    /// <summary>What a calendar is called that has no other title.</summary>
    public required string Title { get; init; }

    /// <summary>From the first to the last day.</summary>
    public required string Span { get; init; }

    /// <summary>One absence, and several of them.</summary>
    public required (string One, string Many) Absences { get; init; }

    /// <summary>One person, and several of them.</summary>
    public required (string One, string Many) Persons { get; init; }

    /// <summary>How many absences of how many persons.</summary>
    public required string Counts { get; init; }

    /// <summary>What the links to the months are.</summary>
    public required string Months { get; init; }

    /// <summary>The heading over those who are absent today.</summary>
    public required string AbsentToday { get; init; }

    /// <summary>What stands there when all are present.</summary>
    public required string Nobody { get; init; }

    /// <summary>What stands in a month without absences.</summary>
    public required string NobodyAbsent { get; init; }

    /// <summary>When and with what the calendar was made.</summary>
    public required string CreatedOn { get; init; }

    /// <summary>What is not in it.</summary>
    public required string HolidaysNote { get; init; }

    /// <summary>Who may see it.</summary>
    public required string PrivacyNote { get; init; }

    /// <summary>The heading of the key.</summary>
    public required string Key { get; init; }

    /// <summary>The days of the weekend.</summary>
    public required string Weekend { get; init; }

    /// <summary>The day on which the calendar was made.</summary>
    public required string Today { get; init; }

    /// <summary>The head of the column of names.</summary>
    public required string Person { get; init; }

    /// <summary>Who has no name that may be read.</summary>
    public required string UnnamedPerson { get; init; }

    /// <summary>An absence whose type is not known, or not shown.</summary>
    public required string Absent { get; init; }

    /// <summary>The first half of a day, and the second one.</summary>
    public required (string First, string Second) Half { get; init; }

    /// <summary>An absence that begins at midday, and one that ends then.</summary>
    public required (string Begins, string Ends) Midday { get; init; }

    /// <summary>An absence counted in hours.</summary>
    public required string Hourly { get; init; }

    /// <summary>An absence that nobody knows the end of.</summary>
    public required string OpenEnd { get; init; }

    /// <summary>From one day, until another one, and both.</summary>
    public required (string From, string Until, string Both) Days { get; init; }

    /// <summary>From one time, until another one, and both.</summary>
    public required (string From, string Until, string Both) Times { get; init; }

    /// <summary>States of approval: waiting, no substitute yet, withdrawal waiting, refused.</summary>
    public required (string Pending, string SubstituteRequested, string DeletionPending, string Rejected) Status { get; init; }

    /// <summary>What the key says of a state that is not an approval yet.</summary>
    public required string NotApproved { get; init; }

    /// <summary>Those without a department, without a team, and without a workplace.</summary>
    public required (string Department, string Team, string Workplace) Without { get; init; }

    /// <summary>The words for a culture; null where there are none in its language.</summary>
    public static CalendarWords? Find(CultureInfo culture) =>
        CalendarLanguages.All.GetValueOrDefault(culture.TwoLetterISOLanguageName);

    /// <summary>
    /// The culture for a calendar: the one at hand where there are words in its language, else that of the United
    /// Kingdom, whose days come before months as in most of the world.
    /// </summary>
    public static CultureInfo CultureFor(CultureInfo culture) =>
        Find(culture) is null ? CultureInfo.GetCultureInfo("en-GB") : culture;

    /// <summary>A state of approval as Personio has it, in words; one that is not known as it is.</summary>
    public string StatusOf(string status) => status switch
    {
        "pending" => Status.Pending,
        "substitute requested" => Status.SubstituteRequested,
        "deletion pending" => Status.DeletionPending,
        "rejected" => Status.Rejected,
        _ => status,
    };
}

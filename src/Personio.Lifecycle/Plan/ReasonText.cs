using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>Writes the reason of a row: what happens, to whom, why and when.</summary>
internal static class ReasonText
{
    public static string Disable(string person, Standing standing, DateOnly today, int graceDays) =>
        $"Disable the account of {person}: {DescribeEnd(standing, today, graceDays)}.";

    public static string DisableNow(string person, string? status) =>
        $"Disable the account of {person} at once: asked for with -Immediate, HR status {Word(status)}.";

    public static string DisableOnLeave(string person) =>
        $"Disable the account of {person}: HR status leave, and -OnLeave is Disable.";

    public static string DisableMissing(string person, string key) =>
        $"Disable the account of {person}: it is linked to person {key}, whom HR does not know, and -DisableMissing is "
            + "set.";

    public static string DisableRescinded(string person, Standing standing) =>
        $"Disable the account of {person}: the start on {Day(standing.FirstDay)} was withdrawn, HR status "
            + $"{Word(standing.Status)}.";

    public static string Rescinded(string person, Standing standing) =>
        $"The start of {person} on {Day(standing.FirstDay)} was withdrawn; the account is disabled already.";

    public static string Create(string person, string userName, Standing standing, DateOnly today, bool isEnabled) =>
        $"Create the account {userName} for {person}, {(isEnabled ? "enabled" : "disabled")}: "
        + $"{DescribeStart(standing, today)}.";

    public static string Enable(string person, PlanKind kind, Standing standing, DateOnly today, string? doubt) =>
        kind switch
    {
        PlanKind.Starter => $"Enable the account of {person}: {DescribeStart(standing, today)}{DescribeDoubt(doubt)}.",
        _ =>
            $"Enable the account of {person} again: HR status {Word(standing.Status)}, "
                + $"{DescribeStart(standing, today)}{DescribeDoubt(doubt)}.",
    };

    public static string Update(string person, IEnumerable<AttributeChange> changes) =>
        $"Change {List(changes.Select(change => change.Name))} of {person}: HR has other values.";

    public static string Link(
        string person, string account, MatchedBy by, string? address, Standing standing, DateOnly today) =>
        $"Link the account {account} to {person}: it has "
        + (by == MatchedBy.Email ? $"the email address {address}" : "the same second key") + " and no key yet."
        + (standing.IsOver
            ? $" {person} has left ({DescribeEnd(standing, today, 0)}), so the next comparison disables the account; "
                + "needs approval."
            : "");

    public static string Relink(string person, string text) => $"Give the account to {person}: {text}";

    public static string Manager(string person, string manager, bool isNew) =>
        $"Set the manager of {person} to {manager}{(isNew ? ", whose account this plan creates" : "")}.";

    public static string NotYet(string person, Standing standing, DateOnly today, int leadDays) =>
        $"Nothing yet for {person}: {DescribeStart(standing, today)}, more than {Count(leadDays, "day")} ahead.";

    public static string DescribePerson(string name, string? userName) =>
        string.IsNullOrWhiteSpace(userName) || userName == name ? name : $"{name} ({userName})";

    public static string Day(DateOnly? day) => day is { } known ? DayText.InWords(known) : "an unknown day";

    public static string Word(string? status) => string.IsNullOrWhiteSpace(status) ? "unknown"
        : status.ToLowerInvariant();

    public static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>Turns a text into a sentence: with an initial capital and a final period.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text[^1] is '.' or '?' ? "" : ".")}";

    private static string DescribeEnd(Standing standing, DateOnly today, int graceDays)
    {
        string status = $"HR status {Word(standing.Status)}";
        if (standing.LastDay is not { } last)
        {
            return $"{status}, no last day known";
        }

        string what = standing.IsLastWorkingDay ? "last working day" : "last day";
        string grace = graceDays > 0 ? $", plus {Count(graceDays, "day")} of grace" : "";
        bool isStillActive = last < today && !string.Equals(standing.Status, "INACTIVE",
            StringComparison.OrdinalIgnoreCase);
        return $"{what} was {DayText.InWords(last)}{grace}, {status}{(isStillActive ? " (the day counts)" : "")}";
    }

    private static string DescribeStart(Standing standing, DateOnly today) => standing.FirstDay switch
    {
        null => "no first day known",
        { } day when day > today => $"first day is {DayText.InWords(day)}",
        { } day when day == today => $"first day is today, {DayText.InWords(day)}",
        { } day => $"first day was {DayText.InWords(day)}",
    };

    private static string DescribeDoubt(string? doubt) => doubt is null ? "" : $"; needs approval: {doubt}";

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}

using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>Writes the reason of a row: what happens, to whom, why and when.</summary>
internal static class ReasonText
{
    public static string Disable(string whom, Standing standing, DateOnly today, int graceDays) =>
        $"Disable the account of {whom}: {Ended(standing, today, graceDays)}.";

    public static string DisableNow(string whom, string? status) =>
        $"Disable the account of {whom} at once: asked for with -Immediate, HR status {Word(status)}.";

    public static string DisableOnLeave(string whom) =>
        $"Disable the account of {whom}: HR status leave, and -OnLeave is Disable.";

    public static string DisableMissing(string whom, string key) =>
        $"Disable the account of {whom}: it is linked to person {key}, whom HR does not know, and -DisableMissing is "
            + "set.";

    public static string DisableRescinded(string whom, Standing standing) =>
        $"Disable the account of {whom}: the start on {Day(standing.FirstDay)} was withdrawn, HR status "
            + $"{Word(standing.Status)}.";

    public static string Rescinded(string whom, Standing standing) =>
        $"The start of {whom} on {Day(standing.FirstDay)} was withdrawn; the account is disabled already.";

    public static string Create(string whom, string userName, Standing standing, DateOnly today, bool isEnabled) =>
        $"Create the account {userName} for {whom}, {(isEnabled ? "enabled" : "disabled")}: {Start(standing, today)}.";

    public static string Enable(string whom, PlanKind kind, Standing standing, DateOnly today, string? doubt) =>
        kind switch
    {
        PlanKind.Starter => $"Enable the account of {whom}: {Start(standing, today)}{Doubt(doubt)}.",
        _ =>
            $"Enable the account of {whom} again: HR status {Word(standing.Status)}, "
                + $"{Start(standing, today)}{Doubt(doubt)}.",
    };

    public static string Update(string whom, IEnumerable<AttributeChange> changes) =>
        $"Change {List(changes.Select(change => change.Name))} of {whom}: HR has other values.";

    public static string Link(
        string whom, string account, MatchedBy by, string? address, Standing standing, DateOnly today) =>
        $"Link the account {account} to {whom}: it has "
        + (by == MatchedBy.Email ? $"the email address {address}" : "the same second key") + " and no key yet."
        + (standing.IsOver
            ? $" {whom} has left ({Ended(standing, today, 0)}), so the next comparison disables the account; needs "
                + "approval."
            : "");

    public static string Relink(string whom, string text) => $"Give the account to {whom}: {text}";

    public static string Manager(string whom, string manager, bool isNew) =>
        $"Set the manager of {whom} to {manager}{(isNew ? ", whose account this plan creates" : "")}.";

    public static string NotYet(string whom, Standing standing, DateOnly today, int leadDays) =>
        $"Nothing yet for {whom}: {Start(standing, today)}, more than {Count(leadDays, "day")} ahead.";

    public static string Whom(string name, string? userName) =>
        string.IsNullOrWhiteSpace(userName) || userName == name ? name : $"{name} ({userName})";

    public static string Day(DateOnly? day) => day is { } known ? DayText.InWords(known) : "an unknown day";

    public static string Word(string? status) => string.IsNullOrWhiteSpace(status) ? "unknown"
        : status.ToLowerInvariant();

    public static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>Turns a text into a sentence: with an initial capital and a final period.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text[^1] is '.' or '?' ? "" : ".")}";

    private static string Ended(Standing standing, DateOnly today, int graceDays)
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

    private static string Start(Standing standing, DateOnly today) => standing.FirstDay switch
    {
        null => "no first day known",
        { } day when day > today => $"first day is {DayText.InWords(day)}",
        { } day when day == today => $"first day is today, {DayText.InWords(day)}",
        { } day => $"first day was {DayText.InWords(day)}",
    };

    private static string Doubt(string? doubt) => doubt is null ? "" : $"; needs approval: {doubt}";

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}

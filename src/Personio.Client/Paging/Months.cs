namespace Personio.Client;

/// <summary>Splits a span of days into windows of at most a month, for endpoints that accept no more.</summary>
public static class Months
{
    /// <summary>
    /// Returns the windows, oldest first, without gaps or overlaps. A span that is open on either side is a single
    /// window, and the service decides how far it reaches.
    /// </summary>
    /// <param name="from">The first day, inclusive; the time of day is ignored. Null if open.</param>
    /// <param name="to">The last day, inclusive; the time of day is ignored. Null if open.</param>
    public static IEnumerable<(DateTime? First, DateTime? Last)> Split(DateTime? from, DateTime? to)
    {
        if (from is null || to is null)
        {
            yield return (from?.Date, to?.Date);
            yield break;
        }

        // AddMonths stops at the last day of a month, so a window that starts on the 31st also lasts a month at most.
        DateTime first = from.Value.Date;
        while (first <= to.Value.Date)
        {
            DateTime last = first.AddMonths(1).AddDays(-1);
            last = last < to.Value.Date ? last : to.Value.Date;
            yield return (first, last);
            first = last.AddDays(1);
        }
    }

    /// <summary>
    /// Returns the windows of a span. Without a last day, the span ends today, or on its first day if that is later.
    /// Without a first day either, it is open on both sides.
    /// </summary>
    /// <param name="today">The current day in the user's time zone.</param>
    /// <param name="from">The first day, inclusive; null if open.</param>
    /// <param name="to">The last day, inclusive; null if not specified.</param>
    public static IEnumerable<(DateTime? First, DateTime? Last)> SplitUntilToday(
        DateTime today, DateTime? from, DateTime? to) =>
        Split(from, to ?? (from > today ? from : from is null ? null : today));
}

namespace Personio.Client;

/// <summary>Cuts a span of days into windows of at most a month, for endpoints that take no more.</summary>
public static class Months
{
    /// <summary>
    /// The windows, oldest first: they do not overlap and leave nothing out. Where a side of the span is open there is
    /// one window, and that side is left to the service.
    /// </summary>
    /// <param name="from">The first day, inclusive; the time of day is ignored. Null for an open side.</param>
    /// <param name="to">The last day, inclusive, likewise.</param>
    public static IEnumerable<(DateTime? First, DateTime? Last)> Between(DateTime? from, DateTime? to)
    {
        if (from is null || to is null)
        {
            yield return (from?.Date, to?.Date);
            yield break;
        }

        // Counted from the first day: from the 31st on, month by month, no window grows longer than its month.
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
    /// The windows of a span that goes up to today where no last day is given, or to its first day where that is later.
    /// Without a first day that side stays open.
    /// </summary>
    /// <param name="today">The day it is where the user is.</param>
    /// <param name="from">The first day, inclusive; null for an open side.</param>
    /// <param name="to">The last day, inclusive; null where it is not given.</param>
    public static IEnumerable<(DateTime? First, DateTime? Last)> UpTo(DateTime today, DateTime? from, DateTime? to) =>
        Between(from, to ?? (from > today ? from : from is null ? null : today));
}

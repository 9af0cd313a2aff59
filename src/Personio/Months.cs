namespace Personio;

/// <summary>Cuts a span of days into windows of at most a month, for endpoints that take no more.</summary>
internal static class Months
{
    /// <summary>
    /// The windows, oldest first: they do not overlap and leave nothing out. Where a side of the span is open there is
    /// one window, and that side is left to the service.
    /// </summary>
    public static IEnumerable<(DateTime? First, DateTime? Last)> Of(DateTime? from, DateTime? to)
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
}

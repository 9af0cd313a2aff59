namespace Personio;

/// <summary>
/// Finds work that breaks have cut: Personio takes a break out of the work it lies in, so that the work as it was
/// asked for is no longer there as one period.
/// </summary>
internal static class SplitWorkMatcher
{
    private const string Work = "WORK";

    /// <summary>The id of the first piece of the work; null where pieces and breaks do not fill its time.</summary>
    /// <param name="asked">The work as a whole.</param>
    /// <param name="existing">Periods of the person with their ids; null keys do not count.</param>
    public static string? FirstOf(PeriodKey asked, IEnumerable<(PeriodKey? Key, string? Id)> existing)
    {
        if (asked.Type != Work)
        {
            return null;
        }

        DateTime end = asked.End ?? DateTime.MaxValue;
        // How far pieces reach without a gap, and which period was the last: two works side by side were not cut.
        HashSet<(DateTime? Until, bool IsWork)> reached = [(asked.Start, true), (asked.Start, false)];
        string? first = null;
        foreach ((PeriodKey? key, string? id) in existing
            .Where(period => IsPiece(period.Key, asked, end))
            .OrderBy(period => period.Key!.Start))
        {
            bool isWork = key!.Type == Work;
            if (reached.Contains((key.Start, false)) || (!isWork && reached.Contains((key.Start, true))))
            {
                reached.Add((key.End ?? DateTime.MaxValue, isWork));
                first ??= isWork ? id : null;
            }
        }

        return first is not null && (reached.Contains((end, true)) || reached.Contains((end, false))) ? first : null;
    }

    private static bool IsPiece(PeriodKey? key, PeriodKey asked, DateTime end) =>
        key is not null
        && key.Start >= asked.Start
        && (key.End ?? DateTime.MaxValue) <= end
        && (key.Type != Work || asked.ProjectId is null || key.ProjectId == asked.ProjectId);
}

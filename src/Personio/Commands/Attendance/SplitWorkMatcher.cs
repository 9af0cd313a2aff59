namespace Personio;

/// <summary>
/// Finds work that breaks have split: Personio takes a break out of the work it lies in, so that the requested work no
/// longer exists as one period.
/// </summary>
internal static class SplitWorkMatcher
{
    private const string Work = "WORK";

    /// <summary>The id of the first piece of the work; null if the pieces and breaks do not fill its time.</summary>
    /// <param name="requested">The requested work as a whole.</param>
    /// <param name="existing">The person's periods with their ids; entries with a null key are ignored.</param>
    public static string? FindFirst(PeriodKey requested, IEnumerable<(PeriodKey? Key, string? Id)> existing)
    {
        if (requested.Type != Work)
        {
            return null;
        }

        DateTime end = requested.End ?? DateTime.MaxValue;
        // The times up to which pieces connect without a gap, and the kind of the last one: two adjacent periods of
        // work are not the result of a split.
        HashSet<(DateTime? Until, bool IsWork)> reached = [(requested.Start, true), (requested.Start, false)];
        string? first = null;
        foreach ((PeriodKey? key, string? id) in existing
            .Where(period => IsPiece(period.Key, requested, end))
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

    private static bool IsPiece(PeriodKey? key, PeriodKey requested, DateTime end) =>
        key is not null
        && key.Start >= requested.Start
        && (key.End ?? DateTime.MaxValue) <= end
        && (key.Type != Work || requested.ProjectId is null || key.ProjectId == requested.ProjectId);
}

namespace Personio;

/// <summary>Sorts totals by their groupings.</summary>
internal static class SummaryOrder
{
    /// <summary>
    /// Sorts totals by the first grouping, then by the next; a total without a value in a grouping comes last.
    /// </summary>
    /// <param name="sums">The totals.</param>
    /// <param name="by">The groupings; null for none.</param>
    /// <param name="nameIn">Returns the name of a total in a grouping; null if it has none.</param>
    public static IEnumerable<TSum> Order<TSum, TGrouping>(
        IEnumerable<TSum> sums, IEnumerable<TGrouping>? by, Func<TGrouping, TSum, string?> nameIn) => (by ?? [])
        .Aggregate(sums.OrderBy(_ => 0), (ordered, grouping) => ordered
            .ThenBy(sum => nameIn(grouping, sum) is null)
            .ThenBy(sum => nameIn(grouping, sum), StringComparer.InvariantCultureIgnoreCase));
}

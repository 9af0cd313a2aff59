namespace Personio;

/// <summary>Puts sums in the order in which they are grouped.</summary>
internal static class SummaryOrder
{
    /// <summary>The sums by the first grouping, then by the next; what has no value in one comes last.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="by">The groupings; null for none.</param>
    /// <param name="nameIn">What a sum is called in a grouping; null for nothing.</param>
    public static IEnumerable<TSum> Order<TSum, TGrouping>(
        IEnumerable<TSum> sums, IEnumerable<TGrouping>? by, Func<TGrouping, TSum, string?> nameIn) => (by ?? [])
        .Aggregate(sums.OrderBy(_ => 0), (ordered, grouping) => ordered
            .ThenBy(sum => nameIn(grouping, sum) is null)
            .ThenBy(sum => nameIn(grouping, sum), StringComparer.InvariantCultureIgnoreCase));
}

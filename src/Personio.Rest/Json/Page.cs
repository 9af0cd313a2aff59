namespace Personio.Rest.Json;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows of the page.</param>
/// <param name="Next">The link to the next page, as sent; null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>The number of rows on the page.</summary>
    public int Rows { get; init; } = Items.Count;

    /// <summary>
    /// A hash of the content without the next link: two pages in a row with the same hash are the same page.
    /// </summary>
    public int Fingerprint { get; init; }

    /// <summary>The unreadable rows, which are not among the items.</summary>
    public IReadOnlyList<RowFault> Faults { get; init; } = [];
}

namespace Personio.Rest.Json;

/// <summary>One page of a listing.</summary>
/// <param name="Items">Its rows.</param>
/// <param name="Next">The link to the next page as it was sent; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many rows it has.</summary>
    public int Rows { get; init; } = Items.Count;

    /// <summary>What it says but where it goes on, as a hash: two pages in a row with the same one are the same.</summary>
    public int Print { get; init; }

    /// <summary>The rows that cannot be read, which are not among the items.</summary>
    public IReadOnlyList<RowFault> Faults { get; init; } = [];
}

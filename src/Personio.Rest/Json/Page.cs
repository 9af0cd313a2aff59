namespace Personio.Rest.Json;

/// <summary>One page of a listing.</summary>
/// <param name="Items">Its rows.</param>
/// <param name="Next">The link to the next page as it was sent; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many rows it has.</summary>
    public int Rows { get; init; } = Items.Count;

    /// <summary>The rows that cannot be read, which are not among the items.</summary>
    public IReadOnlyList<RowFault> Faults { get; init; } = [];
}

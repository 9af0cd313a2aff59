namespace Personio.Client;

/// <summary>A row of a report: a plain value for each column, in column order.</summary>
/// <param name="cells">The unique labels and the values.</param>
public sealed class ReportRow(IReadOnlyList<KeyValuePair<string, object?>> cells)
{
    /// <summary>The unique labels and the values: strings, numbers, booleans, days or null.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Cells { get; } = cells;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("; ", Cells.Select(cell => $"{cell.Key}={CellText.Format(cell.Value)}"));
}

namespace Personio.Client;

/// <summary>One row of a report: a plain value for each column, in the order of the columns.</summary>
/// <param name="cells">The labels, each once, and the values.</param>
public sealed class ReportRow(IReadOnlyList<KeyValuePair<string, object?>> cells)
{
    /// <summary>The labels, each once, and the values: text, numbers, booleans, days or null.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Cells { get; } = cells;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("; ", Cells.Select(cell => $"{cell.Key}={CellText.Format(cell.Value)}"));
}

namespace Personio.Client;

/// <summary>One record of a CSV text.</summary>
/// <param name="Number">
/// Its number as a spreadsheet program shows it: from 1, blank ones counted, and one for a record of several lines.
/// </param>
/// <param name="Cells">Its cells, as written but for their quotes.</param>
public sealed record CsvRecord(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether nothing stands in any cell.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

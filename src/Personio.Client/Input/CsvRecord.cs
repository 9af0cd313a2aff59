namespace Personio.Client;

/// <summary>A record of a CSV text.</summary>
/// <param name="Number">
/// Its number as a spreadsheet program shows it: starting at 1, including blank records, and counting a record with
/// line breaks once.
/// </param>
/// <param name="Cells">Its cells as written, without their quotes.</param>
public sealed record CsvRecord(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether all cells are blank.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

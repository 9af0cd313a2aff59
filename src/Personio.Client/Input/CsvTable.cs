namespace Personio.Client;

/// <summary>A CSV text as a table of column headers and non-blank rows.</summary>
public sealed class CsvTable
{
    private static readonly char[] s_delimiters = [';', ',', '\t'];

    private CsvTable(char delimiter, IReadOnlyList<string> headers, IReadOnlyList<CsvRecord> rows) =>
        (Delimiter, Headers, Rows) = (delimiter, headers, rows);

    /// <summary>The delimiter between cells.</summary>
    public char Delimiter { get; }

    /// <summary>The trimmed headers; the header of a column without a name is empty.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The rows, except for blank ones.</summary>
    public IReadOnlyList<CsvRecord> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">The delimiter between cells; null to detect it.</param>
    /// <param name="expectedHeaders">The expected headers.</param>
    /// <exception cref="FileTextException">The text is empty, or cannot be read unambiguously.</exception>
    public static CsvTable Read(string text, char? delimiter, IReadOnlyCollection<string> expectedHeaders)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(expectedHeaders);
        char used = delimiter ?? CsvText.ReadDelimiter(text) ?? DetectDelimiter(text, expectedHeaders);
        CsvRecord[] records = [.. CsvText.Read(text, used).Where(record => !record.IsBlank)];
        return records.Length == 0
            ? throw new FileTextException("it is empty")
            : new CsvTable(used, HeadersOf(records[0]), records[1..]);
    }

    /// <summary>Returns the positions of the columns with a header, ignoring case.</summary>
    public IReadOnlyList<int> PositionsOf(string header) =>
        [.. Headers.Select((name, i) => (name, i)).Where(one => IsSame(one.name, header)).Select(one => one.i)];

    /// <summary>
    /// Explains why the cells of a row may be in the wrong columns; null if they are not. Delimiters at the end of a
    /// line are ignored.
    /// </summary>
    public string? ExplainMisalignment(CsvRecord row)
    {
        ArgumentNullException.ThrowIfNull(row);
        int lastCell = row.Cells.ToList().FindLastIndex(cell => !string.IsNullOrWhiteSpace(cell)) + 1;
        return lastCell > Headers.Count
            ? $"It has {lastCell} cells under {Headers.Count} headers: a text that contains the delimiter needs quotes."
            : null;
    }

    private static bool IsSame(string one, string other) =>
        one.Normalize().EqualsIgnoringCase(other.Trim().Normalize());

    private static List<string> HeadersOf(CsvRecord record)
    {
        List<string> headers = [.. record.Cells.Select(cell => cell.Replace('\u00A0', ' ').Trim())];
        return headers[..(headers.FindLastIndex(header => header.Length > 0) + 1)];
    }

    // The delimiter with the most expected headers wins, then the one with the most columns in the first line.
    private static char DetectDelimiter(string text, IReadOnlyCollection<string> expectedHeaders)
    {
        (char Delimiter, int Found, int Count)[] tries =
        [
            .. s_delimiters.Select(delimiter => (delimiter, headers: FirstLine(text, delimiter)))
                .Select(one => (
                    one.delimiter,
                    one.headers.Count(header => expectedHeaders.Any(name => IsSame(header, name))),
                    one.headers.Count))
                .OrderByDescending(one => one.Item2).ThenByDescending(one => one.Count),
        ];
        return tries[0].Count > 1 && tries[0].Found == tries[1].Found && tries[0].Count == tries[1].Count
            ? throw new FileTextException(
                "its delimiter cannot be determined from its first line", FileRemedy.Delimiter)
            : tries[0].Delimiter;
    }

    private static List<string> FirstLine(string text, char delimiter)
    {
        try
        {
            return CsvText.Read(text, delimiter).FirstOrDefault(record => !record.IsBlank) is { } first
                ? HeadersOf(first)
                : [];
        }
        catch (FileTextException)
        {
            // The first line is malformed with this delimiter.
            return [];
        }
    }
}

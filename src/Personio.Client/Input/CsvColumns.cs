namespace Personio.Client;

/// <summary>The positions of an import's columns in a file.</summary>
public sealed class CsvColumns
{
    private readonly Dictionary<string, int> _positions;

    private CsvColumns(Dictionary<string, int> positions, IReadOnlyList<string> unused) =>
        (_positions, Unused) = (positions, unused);

    /// <summary>The headers in the file that the import does not use.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>Finds the columns by their headers, without guessing.</summary>
    /// <param name="table">The file.</param>
    /// <param name="columns">The columns that the import supports.</param>
    /// <param name="named">The headers that were specified for columns, by column name.</param>
    /// <exception cref="FileTextException">A column is missing or ambiguous.</exception>
    public static CsvColumns Find(
        CsvTable table, IReadOnlyList<CsvColumn> columns, IReadOnlyDictionary<string, string> named)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(named);
        CheckNames(table, columns, named);
        var positions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (CsvColumn column in columns)
        {
            if (PositionOf(table, column, named) is { } position)
            {
                positions[column.Name] = position;
            }
        }

        string[] unused =
        [
            .. table.Headers.Where((header, i) => header.Length > 0 && !positions.ContainsValue(i)),
        ];
        CsvColumn[] missing =
        [
            .. columns.Where(column => column.IsRequired && !positions.ContainsKey(column.Name)
                && !(column.ReplacedBy is { } other && positions.ContainsKey(other))),
        ];
        return missing.Length == 0
            ? new CsvColumns(positions, unused)
            : throw Missing(table, columns, missing, positions, unused);
    }

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string column) => _positions.ContainsKey(column);

    /// <summary>Returns the trimmed cell of a row; null if the cell is empty or the column is missing.</summary>
    public string? CellOf(CsvRecord row, string column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _positions.TryGetValue(column, out int position) && position < row.Cells.Count
            && row.Cells[position].Trim() is { Length: > 0 } text
                ? text
                : null;
    }

    private static void CheckNames(
        CsvTable table, IReadOnlyList<CsvColumn> columns, IReadOnlyDictionary<string, string> named)
    {
        bool IsKnown(string name) =>
            columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));
        if (named.Keys.FirstOrDefault(name => !IsKnown(name)) is { } unknown)
        {
            throw new FileTextException($"'{unknown}' is not a column of this import. "
                + (IsKnown(named[unknown])
                    ? $"The header in the file goes after the equals sign: @{{ {named[unknown]} = '{unknown}' }}."
                    : $"Specify {string.Join(", ", columns.Select(column => column.Name))}."));
        }

        if (named.FirstOrDefault(pair => table.PositionsOf(pair.Value).Count == 0)
            is { Key: { } name, Value: { } header })
        {
            throw new FileTextException(
                $"{name} is mapped to '{header}', but the file has no such header. {HeadersOf(table)}");
        }
    }

    private static int? PositionOf(CsvTable table, CsvColumn column, IReadOnlyDictionary<string, string> named)
    {
        string[] headers = named.FirstOrDefault(
            pair => string.Equals(pair.Key, column.Name, StringComparison.OrdinalIgnoreCase)).Value is { } header
                ? [header]
                : [column.Name, .. column.Aliases];
        foreach (string name in headers)
        {
            IReadOnlyList<int> found = table.PositionsOf(name);
            if (found.Count > 0)
            {
                return found.Count == 1
                    ? found[0]
                    : throw new FileTextException(
                        $"the header '{name}' appears {found.Count} times, so {column.Name} is ambiguous. "
                        + "Rename all but one of these columns in the file.");
            }
        }

        return null;
    }

    private static FileTextException Missing(
        CsvTable table, IReadOnlyList<CsvColumn> columns, CsvColumn[] missing, Dictionary<string, int> positions,
        string[] unused)
    {
        string ask = string.Join("; ", columns
            .Where(column => !positions.ContainsKey(column.Name))
            .Select(column => (column, header: unused.FirstOrDefault(header => IsSuggested(column, header))))
            .Where(one => one.header is not null || missing.Contains(one.column))
            .Select(one =>
                $"{one.column.Name} = '{one.header?.Replace("'", "''", StringComparison.Ordinal) ?? "..."}'"));
        string[] names =
            [.. missing.Select(column =>
                column.ReplacedBy is { } other ? $"{column.Name} (or {other})" : column.Name)];
        string named = names is [.. { Length: > 0 } others, string last]
            ? $"{string.Join(", ", others)} and {last}"
            : names[0];
        return new FileTextException(
            $"it has no column for {named}. {HeadersOf(table)}",
            table.Headers.Count == 1 ? FileRemedy.ColumnsOrDelimiter : FileRemedy.Columns,
            $"@{{ {ask} }}");
    }

    private static bool IsSuggested(CsvColumn column, string header) =>
        column.SuggestedHeaders.Any(proposal => string.Equals(proposal, header, StringComparison.OrdinalIgnoreCase));

    private static string HeadersOf(CsvTable table) => $"Its headers are '{string.Join("', '", table.Headers)}'.";
}

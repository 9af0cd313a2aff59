using System.Globalization;
using System.Text;

namespace Personio.Benchmarks;

/// <summary>A CSV file as Export-Csv writes it, read back.</summary>
internal sealed class CsvFile
{
    private readonly List<string[]> _rows = [];

    public CsvFile(string path)
    {
        using var reader = new StreamReader(path);
        while (ReadRow(reader) is { } row)
        {
            _rows.Add(row);
        }
    }

    public int Count => _rows.Count - 1;

    /// <summary>The cells below a head.</summary>
    public IEnumerable<string> this[string head]
    {
        get
        {
            int column = Array.IndexOf(_rows[0], head);
            return column < 0
                ? throw new InvalidDataException($"There is no column {head}.")
                : _rows.Skip(1).Select(row => row[column]);
        }
    }

    /// <summary>The times below a head, in en-US format.</summary>
    public IEnumerable<DateTime> Moments(string head) =>
        this[head].Select(text => DateTime.Parse(text, CultureInfo.GetCultureInfo("en-US")));

    private static string[]? ReadRow(StreamReader reader)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int next = reader.Read(); next >= 0; next = reader.Read())
        {
            char c = (char)next;
            if (c == '"' && isQuoted && reader.Peek() == '"')
            {
                cell.Append((char)reader.Read());
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    return [.. cells];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        return null;
    }
}

using System.Globalization;
using System.Text.Json;

namespace Personio.Client.Json;

/// <summary>
/// Reads the pages of one report. Each row is an array of cells in column order, and each cell is <c>{"attribute_id":
/// …, "&lt;kind&gt;_value": …}</c>.
/// </summary>
internal sealed class ReportReader
{
    // Personio returns 200 rows per page, and no real report has thousands of columns. A page with column names but
    // empty rows would otherwise take far more memory than its size.
    private const int MaxColumns = 10_000;
    private const int MaxCells = 500_000;

    private static readonly string[] s_valueMembers = ["number", "value", "amount", "options", "date"];

    private string[] _labels = [];
    private string?[] _types = [];

    /// <summary>Reads a page. A page without columns has those of the previous page.</summary>
    /// <exception cref="JsonException">The body is not a page of a report.</exception>
    public Page<ReportRow> ReadPage(ReadOnlyMemory<byte> body)
    {
        Page<JsonElement> page = EnvelopeReader.ReadPage<JsonElement>(body);
        using JsonDocument document = JsonDocument.Parse(JsonSanitizer.Sanitize(body));
        if (document.RootElement.TryGetProperty("_meta", out JsonElement meta) && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty("columns", out JsonElement columns) && columns.ValueKind == JsonValueKind.Array)
        {
            JsonElement[] all = [.. columns.EnumerateArray()];
            CheckLimit(all.Length, MaxColumns, "columns");
            _labels = MakeDistinct([.. all.Select(column => Label(column))]);
            _types = [.. all.Select(column => Member(column, "type"))];
        }

        var faults = new List<RowFault>();
        JsonElement[] rows = [.. page.Items.Where((row, i) => IsRow(row, i + 1, faults))];
        Widen(rows);
        return new Page<ReportRow>([.. rows.Select(ReadRow)], page.Next) { Rows = page.Rows, Faults = faults };
    }

    /// <summary>
    /// Makes labels unique, ignoring case: a duplicate gets a number. A missing label is named after its position.
    /// </summary>
    public static string[] MakeDistinct(IReadOnlyList<string?> labels)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string[] distinct = new string[labels.Count];

        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

        // Unique labels are taken first, so that one already called "Hours 2" keeps its name.
        for (int i = 0; i < labels.Count; i++)
        {
            distinct[i] = string.IsNullOrWhiteSpace(labels[i]) ? "" : labels[i]!.Trim();
            distinct[i] = distinct[i].Length > 0 && taken.Add(distinct[i]) ? distinct[i] : "";
        }

        for (int i = 0; i < labels.Count; i++)
        {
            if (distinct[i].Length == 0)
            {
                bool isNamed = !string.IsNullOrWhiteSpace(labels[i]);
                string label = isNamed ? labels[i]!.Trim() : "Column";
                int number = isNamed ? numbers.GetValueOrDefault(label, 2) : i + 1;
                distinct[i] = MakeUnique(label, ref number, taken);
                if (isNamed)
                {
                    numbers[label] = number;
                }
            }
        }

        return distinct;
    }

    private static string MakeUnique(string label, ref int number, HashSet<string> taken)
    {
        string numbered;
        do
        {
            numbered = string.Create(CultureInfo.InvariantCulture, $"{label} {number++}");
        }
        while (!taken.Add(numbered));
        return numbered;
    }

    private static string? Label(JsonElement column) =>
        Member(column, "display") is { } display && !string.IsNullOrWhiteSpace(display)
            ? display
            : Member(column, "name");

    private static string? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool IsRow(JsonElement row, int number, List<RowFault> faults)
    {
        if (row.ValueKind != JsonValueKind.Array && !Blank.Is(row) && !Blank.IsFlag(row))
        {
            faults.Add(new RowFault(
                null, number, new JsonException($"A row of a report is an array of cells, not {row.ValueKind}.")));
        }

        return row.ValueKind == JsonValueKind.Array;
    }

    // A row may have more cells than there are columns; the extra cells have no label.
    private void Widen(JsonElement[] rows)
    {
        int width = rows.Select(row => row.GetArrayLength()).Append(_labels.Length).Max();
        CheckLimit(width, MaxColumns, "columns");
        CheckLimit((long)width * rows.Length, MaxCells, "cells");
        if (width > _labels.Length)
        {
            _labels = MakeDistinct([.. _labels, .. Enumerable.Repeat((string?)null, width - _labels.Length)]);
        }
    }

    private static void CheckLimit(long count, int limit, string what)
    {
        if (count > limit)
        {
            throw new JsonException($"A page of a report has more than {limit} {what}.");
        }
    }

    private ReportRow ReadRow(JsonElement row)
    {
        JsonElement[] cells = [.. row.EnumerateArray()];
        return new ReportRow([.. _labels.Select((label, i) => KeyValuePair.Create(
            label, i < cells.Length ? ReadCell(cells[i], _types.ElementAtOrDefault(i)) : null))]);
    }

    private static object? ReadCell(JsonElement cell, string? type)
    {
        if (cell.ValueKind != JsonValueKind.Object)
        {
            return ReadValue(cell, type);
        }

        JsonProperty kind = cell.EnumerateObject()
            .FirstOrDefault(member => member.Name.EndsWith("_value", StringComparison.Ordinal));
        return kind.Value.ValueKind == JsonValueKind.Undefined ? null
            : ReadValue(kind.Value, kind.Name == "date_value" ? "date" : type);
    }

    private static object? ReadValue(JsonElement value, string? type) => value.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(value, type),
        JsonValueKind.Array => string.Join(
            "; ", value.EnumerateArray().Select(item => CellText.Format(ReadValue(item, type)))),
        JsonValueKind.String when string.Equals(type, "date", StringComparison.OrdinalIgnoreCase)
            && DateText.ParseDay(value.GetString()) is { } day => day,
        _ => PlainValue.From(value),
    };

    // Personio documents numbers, strings, options and time spans; other kinds have one member, or an amount and a
    // currency. Anything else becomes text, so that no data is lost.
    private static object? ReadObject(JsonElement value, string? type)
    {
        if (value.TryGetProperty("from", out JsonElement from) && value.TryGetProperty("to", out JsonElement to))
        {
            (object? first, object? last) = (PlainValue.From(from), PlainValue.From(to));
            return first is null && last is null ? null : $"{CellText.Format(first)}..{CellText.Format(last)}";
        }

        JsonElement inner = s_valueMembers
            .Select(name => value.TryGetProperty(name, out JsonElement found) ? found : default)
            .FirstOrDefault(found => found.ValueKind != JsonValueKind.Undefined);
        if (inner.ValueKind == JsonValueKind.Undefined)
        {
            JsonProperty[] members = [.. value.EnumerateObject()];
            return members switch
            {
                [] => null,
                [JsonProperty only] => ReadValue(only.Value, type),
                _ => PlainValue.From(value)!.ToString(),
            };
        }

        object? plain = ReadValue(inner, type);
        return plain is not null && Member(value, "currency") is { Length: > 0 } currency
            ? $"{CellText.Format(plain)} {currency}"
            : plain;
    }
}

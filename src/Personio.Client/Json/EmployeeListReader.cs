using System.Globalization;
using System.Text.Json;
using Personio.Models;

namespace Personio.Client.Json;

/// <summary>
/// Reads the pages of the list of employees of API v1. Such a page names no next one: it begins where this one ends, as
/// long as the total that each page tells is not reached.
/// </summary>
/// <param name="query">The query of all pages, without limit and offset.</param>
/// <param name="limit">How many rows a page has.</param>
/// <param name="total">Hears how many employees there are; null where nobody asks.</param>
internal sealed class EmployeeListReader(string query, int limit, Action<int>? total)
{
    private int _offset;

    /// <summary>Reads the next page.</summary>
    /// <exception cref="JsonException">It is no page.</exception>
    public Page<EmployeeParts> Page(ReadOnlyMemory<byte> body)
    {
        Page<ListedEmployee> page = EnvelopeReader.Page<ListedEmployee>(body);
        _offset += page.Rows;
        int? all = TotalOf(body);
        if (all is { } count)
        {
            total?.Invoke(count);
        }

        bool isLast = page.Rows == 0 || (all is { } most ? _offset >= most : page.Rows < limit);
        var faults = new List<RowFault>(page.Faults);
        var rows = new List<EmployeeParts>();
        foreach (ListedEmployee listed in page.Items)
        {
            Add(listed, rows, faults);
        }

        string next = string.Create(CultureInfo.InvariantCulture, $"?{query}limit={limit}&offset={_offset}");
        return new Page<EmployeeParts>(rows, isLast ? null : next) { Rows = page.Rows, Faults = faults };
    }

    private static int? TotalOf(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(JsonSanitizer.Sanitize(body));
        return document.RootElement.TryGetProperty("metadata", out JsonElement meta)
            && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty("total_elements", out JsonElement all)
            && all.ValueKind == JsonValueKind.Number && all.TryGetInt32(out int count)
                ? count
                : null;
    }

    private static void Add(ListedEmployee listed, List<EmployeeParts> rows, List<RowFault> faults)
    {
        string? id = listed.Attributes?.Id?.Text;
        try
        {
            rows.Add(id is null ? throw new JsonException("It has no id.") : EmployeePartsReader.Read(id, listed.Attributes!));
        }
        catch (JsonException fault)
        {
            faults.Add(new RowFault(id, rows.Count + faults.Count + 1, fault));
        }
    }
}

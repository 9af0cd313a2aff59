using System.Globalization;
using System.Text.Json;
using Personio.Models;

namespace Personio.Client.Json;

/// <summary>
/// Reads the pages of the employee list of API v1. The pages have no links: the next one starts where this one ends,
/// until the total in each page is reached or, without a total, until a page is not full.
/// </summary>
/// <param name="query">The query of all pages, without limit and offset.</param>
/// <param name="limit">The number of rows per page.</param>
/// <param name="total">Receives the number of employees; null if not needed.</param>
internal sealed class EmployeeListReader(string query, int limit, Action<int>? total)
{
    private int _offset;

    /// <summary>Reads the next page.</summary>
    /// <exception cref="JsonException">The body is not a page.</exception>
    public Page<EmployeeParts> ReadPage(ReadOnlyMemory<byte> body)
    {
        Page<ListedEmployee> page = EnvelopeReader.ReadPage<ListedEmployee>(body);
        _offset += page.Rows;
        int? all = TotalOf(body);
        if (all is { } count)
        {
            total?.Invoke(count);
        }

        bool isLast = page.Rows == 0 || (all is { } end ? _offset >= end : page.Rows < limit);
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
            rows.Add(id is null
                ? throw new JsonException("It has no id.")
                : EmployeePartsReader.Read(id, listed.Attributes!));
        }
        catch (JsonException fault)
        {
            faults.Add(new RowFault(id, rows.Count + faults.Count + 1, fault));
        }
    }
}

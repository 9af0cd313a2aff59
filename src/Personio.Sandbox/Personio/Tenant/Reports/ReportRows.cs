using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>What keeps a report from being read, although it is listed.</summary>
internal enum ReportFlaw
{
    None,
    Grouped,
    Unreadable,
}

/// <summary>A column: its attribute, its label in both languages, and the type it says it has.</summary>
internal sealed record ReportColumn(string Name, string English, string German, string Type);

/// <summary>A report, which is made anew of the persons there are whenever it is read.</summary>
internal sealed class ReportRow : Row
{
    public required string Name { get; init; }

    public string ChartType { get; init; } = "table";

    public ReportFlaw Flaw { get; init; }

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    public DateTimeOffset EditedAt { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("chart_type", ChartType);
        json.WriteStartObject("edited_at");
        json.WriteString("date_time", JsonText.Instant(EditedAt));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>An attribute that reports can have as a column.</summary>
internal sealed class ReportAttributeRow : Row
{
    public required ReportColumn Column { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Column.Name);
        json.WriteString("display", Column.English);
        json.WriteString("type", Column.Type);
        json.WriteStartObject("filtering");
        json.WriteBoolean("filterable", Column.Type is not "time_range");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>One line of a report: an array of cells in the order of the columns.</summary>
internal sealed class ReportLineRow : Row
{
    public required IReadOnlyList<Action<Utf8JsonWriter>> Cells { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartArray();
        foreach (Action<Utf8JsonWriter> cell in Cells)
        {
            json.WriteStartObject();
            cell(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

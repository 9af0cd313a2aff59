using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A column of a custom report: its attribute, its label in both languages, and its kind of value.</summary>
internal sealed record CustomReportColumn(string Id, string English, string German, string DataType);

/// <summary>A report of v1, which is made anew of the persons there are whenever it is read.</summary>
internal sealed class CustomReportRow : Row
{
    public const string PointInTime = "point_in_time";
    public const string Timeframe = "timeframe";
    public const string HistoricalData = "historical_data";

    public required string Name { get; init; }

    public PersonRow? Author { get; init; }

    public required string Type { get; init; }

    public string Status { get; init; } = "up_to_date";

    public required string PeriodType { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public required IReadOnlyList<CustomReportColumn> Columns { get; init; }

    /// <summary>Whether persons who left are filtered out.</summary>
    public bool OnlyActive { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset RefreshedAt { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style) => Write(json, _ => { });

    /// <summary>Writes what is known about the report, and what a reading of it adds.</summary>
    public void Write(Utf8JsonWriter json, Action<Utf8JsonWriter> more)
    {
        json.WriteStartObject();
        json.WriteString("type", "Report");
        json.WriteStartObject("attributes");
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("description", "");
        json.WriteString("author_first_name", Author?.FirstName);
        json.WriteString("author_last_name", Author?.LastName);
        json.WriteString("type", Type);
        json.WriteString("status", Status);
        json.OptionalDay("start_date", From);
        json.OptionalDay("end_date", To);
        json.WriteString("created_at", JsonText.Instant(CreatedAt));
        json.WriteString("updated_at", JsonText.Instant(RefreshedAt));
        json.WriteString("data_refreshed_at", JsonText.Instant(RefreshedAt));
        json.WriteStartArray("columns");
        foreach (CustomReportColumn column in Columns)
        {
            json.WriteStringValue(column.Id);
        }

        json.WriteEndArray();
        WriteFilters(json);
        json.WriteString("period_type", PeriodType);
        more(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteFilters(Utf8JsonWriter json)
    {
        json.WriteStartArray("filters");
        if (OnlyActive)
        {
            json.WriteStartObject();
            json.WriteString("column", "status");
            json.WriteString("comparison", "eq");
            json.WriteString("value", "active");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Text.Json;

namespace Personio.Sandbox.Tenant;

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

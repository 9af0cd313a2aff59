using System.Text.Json;

namespace Personio.Sandbox.Tenant;

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

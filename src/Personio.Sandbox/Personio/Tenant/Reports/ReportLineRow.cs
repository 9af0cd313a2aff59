using System.Text.Json;

namespace Personio.Sandbox.Tenant;

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

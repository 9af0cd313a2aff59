using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>What a job pays, from and to.</summary>
internal sealed class SalaryBandRow : Row
{
    public required string Name { get; init; }

    public required string Currency { get; init; }

    public decimal Minimum { get; init; }

    public decimal Maximum { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("currency", Currency);
        json.WriteString("interval", "YEARLY");
        json.WriteNumber("minimum", Minimum);
        json.WriteNumber("midpoint", (Minimum + Maximum) / 2);
        json.WriteNumber("maximum", Maximum);
        json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>The moment at which an application came to a stage.</summary>
internal sealed class TransitionRow : Row
{
    public required Stage Stage { get; init; }

    public DateTimeOffset EnteredAt { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.HyphenTime("entered_at", EnteredAt);
        json.WritePropertyName("stage");
        Stage.Write(json);
        json.WriteEndObject();
    }
}

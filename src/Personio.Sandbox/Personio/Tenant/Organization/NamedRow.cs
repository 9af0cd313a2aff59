using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>Something that is nothing but an id and a name: a cost center or a workplace.</summary>
internal sealed class NamedRow : Row
{
    public required string Name { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteEndObject();
    }
}

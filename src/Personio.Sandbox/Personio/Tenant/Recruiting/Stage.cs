using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A step on the way of an application; those that every company has carry no id and no name.</summary>
internal sealed record Stage(string? Id, string Kind, string? Name, string Type)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", Kind);
        json.WriteString("name", Name);
        json.WriteString("type", Type);
        json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Personio.Sandbox.Api;

/// <summary>One attribute of an employee of v1.</summary>
internal sealed record OldAttribute(string Key, string Label, string Type, Action<Utf8JsonWriter> Value)
{
    /// <summary>The name of the attribute across companies.</summary>
    public string UniversalId { get; init; } = Key;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Key);
        json.WriteString("label", Label);
        json.WritePropertyName("value");
        Value(json);
        json.WriteString("type", Type);
        json.WriteString("universal_id", UniversalId);
        json.WriteEndObject();
    }
}

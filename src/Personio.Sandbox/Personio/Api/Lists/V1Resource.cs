using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>A v1 object: its type, and its attributes in an object of their own.</summary>
internal sealed record V1Resource(string Type, object Attributes)
{
    /// <summary>A number or a text; null if the ID is among the attributes.</summary>
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Id { get; init; }
}

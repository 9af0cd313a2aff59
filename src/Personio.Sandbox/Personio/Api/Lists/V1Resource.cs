using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>A thing of v1: its kind, and its attributes in an object of their own.</summary>
internal sealed record V1Resource(string Type, object Attributes)
{
    /// <summary>A number or a text; null where the id is among the attributes.</summary>
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Id { get; init; }
}

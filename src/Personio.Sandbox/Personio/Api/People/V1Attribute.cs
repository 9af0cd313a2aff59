using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>One attribute of a v1 employee; its key is the name of the member that contains it.</summary>
internal sealed record V1Attribute([property: JsonIgnore] string Key, string Label, object? Value, string Type)
{
    /// <summary>The name of the attribute, which is the same for all companies.</summary>
    public string UniversalId { get; init; } = Key;
}

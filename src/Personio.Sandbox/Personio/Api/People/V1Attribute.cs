using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>One attribute of an employee of v1; its key is the name of the member it stands in.</summary>
internal sealed record V1Attribute([property: JsonIgnore] string Key, string Label, object? Value, string Type)
{
    /// <summary>The name of the attribute across companies.</summary>
    public string UniversalId { get; init; } = Key;
}

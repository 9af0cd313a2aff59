using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>A custom attribute as the company defined it.</summary>
internal sealed record AttributeDefinition(
    string Key,
    string Label,
    [property: JsonPropertyName("type")] string CatalogType,
    string UniversalId,
    string[] Options);

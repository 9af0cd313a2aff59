namespace Personio.Sandbox.Tenant;

/// <summary>A custom attribute as the company defined it.</summary>
internal sealed record AttributeDefinition(
    string Key, string Label, string CatalogueType, string UniversalId, string[] Options);

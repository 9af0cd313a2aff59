namespace Personio.Sandbox.Tenant;

/// <summary>Whether reports can be filtered by an attribute.</summary>
internal sealed record Filtering(bool Filterable);

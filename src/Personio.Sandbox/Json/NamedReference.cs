namespace Personio.Sandbox.Json;

/// <summary>A reference by ID, with the name.</summary>
internal sealed record NamedReference(string Id, string Name);

namespace Personio.Sandbox.Json;

/// <summary>Something that is named by its id and its name.</summary>
internal sealed record NamedReference(string Id, string Name);

namespace Personio.Sandbox.Json;

/// <summary>A link to a resource.</summary>
internal sealed record Link(string Href);

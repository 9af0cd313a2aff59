namespace Personio.Sandbox.Json;

/// <summary>Where something is.</summary>
internal sealed record Link(string Href);

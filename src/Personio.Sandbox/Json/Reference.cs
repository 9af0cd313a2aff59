namespace Personio.Sandbox.Json;

/// <summary>A reference by ID.</summary>
internal sealed record Reference(string Id);

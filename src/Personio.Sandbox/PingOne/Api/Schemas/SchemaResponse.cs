namespace Personio.Sandbox.PingOne.Api;

/// <summary>A schema.</summary>
internal sealed record SchemaResponse(string Id, string Name, string Description);

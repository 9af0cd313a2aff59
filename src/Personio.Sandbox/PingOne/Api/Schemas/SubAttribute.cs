namespace Personio.Sandbox.PingOne.Api;

/// <summary>A part of a complex attribute.</summary>
internal sealed record SubAttribute(string Name, string Type);

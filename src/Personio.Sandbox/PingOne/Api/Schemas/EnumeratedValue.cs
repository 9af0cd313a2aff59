namespace Personio.Sandbox.PingOne.Api;

/// <summary>A value that an attribute can have, or could have before it was archived.</summary>
internal sealed record EnumeratedValue(string Value, bool Archived);

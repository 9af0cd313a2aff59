namespace Personio.Sandbox.PingOne.Api;

/// <summary>An allowed value of an attribute, or one that was allowed until it was archived.</summary>
internal sealed record EnumeratedValue(string Value, bool Archived);

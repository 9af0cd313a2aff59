namespace Personio.Sandbox.PingOne.Api;

/// <summary>A property that no client knows yet.</summary>
internal sealed record PageHint(string Docs);

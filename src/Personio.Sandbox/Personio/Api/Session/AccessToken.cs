namespace Personio.Sandbox.Api;

/// <summary>An access token the sandbox gave out.</summary>
internal sealed record AccessToken(string Value, IReadOnlyList<string>? Requested, DateTimeOffset ExpiresAt);

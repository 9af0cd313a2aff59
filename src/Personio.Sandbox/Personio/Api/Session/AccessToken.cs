namespace Personio.Sandbox.Api;

/// <summary>An access token that the sandbox issued.</summary>
internal sealed record AccessToken(string Value, IReadOnlyList<string>? Requested, DateTimeOffset ExpiresAt);

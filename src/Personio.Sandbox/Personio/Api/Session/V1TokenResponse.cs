namespace Personio.Sandbox.Api;

/// <summary>An access token in v1.</summary>
internal sealed record V1TokenResponse(string Token, long ExpiresIn, string Scope);

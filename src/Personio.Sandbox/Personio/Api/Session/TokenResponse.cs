namespace Personio.Sandbox.Api;

/// <summary>An access token.</summary>
internal sealed record TokenResponse(string AccessToken, long ExpiresIn, string TokenType, string Scope);

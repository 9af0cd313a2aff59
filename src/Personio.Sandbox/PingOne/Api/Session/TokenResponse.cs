using System.Text.Json.Serialization;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>An access token.</summary>
internal sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] long ExpiresIn);

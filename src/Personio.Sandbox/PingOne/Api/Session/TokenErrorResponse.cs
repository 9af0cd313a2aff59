using System.Text.Json.Serialization;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>An error in OAuth 2.0 format.</summary>
internal sealed record TokenErrorResponse(
    string Error, [property: JsonPropertyName("error_description")] string ErrorDescription);

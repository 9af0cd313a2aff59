namespace Personio.Sandbox.Api;

/// <summary>The envelope that v1 has for errors.</summary>
internal sealed record V1ErrorResponse(bool Success, V1Error Error);

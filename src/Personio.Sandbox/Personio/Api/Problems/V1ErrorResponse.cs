namespace Personio.Sandbox.Api;

/// <summary>The v1 envelope for errors.</summary>
internal sealed record V1ErrorResponse(bool Success, V1Error Error);

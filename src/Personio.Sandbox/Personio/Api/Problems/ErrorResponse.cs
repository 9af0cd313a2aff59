namespace Personio.Sandbox.Api;

/// <summary>The v2 envelope for errors.</summary>
internal sealed record ErrorResponse(string PersonioTraceId, DateTimeOffset Timestamp, ErrorDetail[] Errors);

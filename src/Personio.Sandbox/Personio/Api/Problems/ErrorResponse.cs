namespace Personio.Sandbox.Api;

/// <summary>The envelope that v2 has for errors.</summary>
internal sealed record ErrorResponse(string PersonioTraceId, DateTimeOffset Timestamp, ErrorDetail[] Errors);

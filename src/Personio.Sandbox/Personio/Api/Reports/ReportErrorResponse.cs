namespace Personio.Sandbox.Api;

/// <summary>Errors in JSON:API format.</summary>
internal sealed record ReportErrorResponse(ReportError[] Errors);

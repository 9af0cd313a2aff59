namespace Personio.Sandbox.Api;

/// <summary>Errors in the shape of JSON:API.</summary>
internal sealed record ReportErrorResponse(ReportError[] Errors);

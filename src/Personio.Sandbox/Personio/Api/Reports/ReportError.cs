namespace Personio.Sandbox.Api;

/// <summary>An error in JSON:API format.</summary>
internal sealed record ReportError(string Status, string Title, string Id, string Detail);

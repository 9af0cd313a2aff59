namespace Personio.Sandbox.Api;

/// <summary>An error in the shape of JSON:API.</summary>
internal sealed record ReportError(string Status, string Title, string Id, string Detail);

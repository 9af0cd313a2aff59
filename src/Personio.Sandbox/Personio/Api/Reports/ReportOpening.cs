namespace Personio.Sandbox.Api;

/// <summary>What precedes the rows of a report.</summary>
internal sealed record ReportOpening(ReportConfiguration ReportConfig);

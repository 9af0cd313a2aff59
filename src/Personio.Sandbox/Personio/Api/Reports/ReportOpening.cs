namespace Personio.Sandbox.Api;

/// <summary>What stands before the rows of a report.</summary>
internal sealed record ReportOpening(ReportConfiguration ReportConfig);

namespace Personio.Sandbox.Api;

/// <summary>The identity of a report.</summary>
internal sealed record ReportConfiguration(string Id, string Name, string ChartType);

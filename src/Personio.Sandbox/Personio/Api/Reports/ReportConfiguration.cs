namespace Personio.Sandbox.Api;

/// <summary>Which report it is.</summary>
internal sealed record ReportConfiguration(string Id, string Name, string ChartType);

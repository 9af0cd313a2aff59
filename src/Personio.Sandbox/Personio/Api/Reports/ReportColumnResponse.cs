namespace Personio.Sandbox.Api;

/// <summary>A column of a report in the requested language.</summary>
internal sealed record ReportColumnResponse(string Name, string Display, string Type);

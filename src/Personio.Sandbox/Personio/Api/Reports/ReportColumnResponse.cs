namespace Personio.Sandbox.Api;

/// <summary>A column of a report in the language that was asked for.</summary>
internal sealed record ReportColumnResponse(string Name, string Display, string Type);

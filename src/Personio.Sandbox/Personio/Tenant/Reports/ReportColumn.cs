namespace Personio.Sandbox.Tenant;

/// <summary>A column: its attribute, its label in both languages, and the type it says it has.</summary>
internal sealed record ReportColumn(string Name, string English, string German, string Type);

namespace Personio.Sandbox.Tenant;

/// <summary>A column: its attribute, its label in both languages, and its declared type.</summary>
internal sealed record ReportColumn(string Name, string English, string German, string Type);

namespace Personio.Sandbox.Api;

/// <summary>A text in a report, or a day as text.</summary>
internal sealed record CellText(string? Value);

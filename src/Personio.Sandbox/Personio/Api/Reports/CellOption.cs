namespace Personio.Sandbox.Api;

/// <summary>An option in a report: its key and label.</summary>
internal sealed record CellOption(string Key, string? Value);

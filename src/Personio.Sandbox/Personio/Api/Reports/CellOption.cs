namespace Personio.Sandbox.Api;

/// <summary>A choice in a report: its key and what it is called.</summary>
internal sealed record CellOption(string Key, string? Value);

namespace Personio.Sandbox.Api;

/// <summary>The choices in a report.</summary>
internal sealed record CellOptions(CellOption[] Options);

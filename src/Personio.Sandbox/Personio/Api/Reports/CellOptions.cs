namespace Personio.Sandbox.Api;

/// <summary>The options in a report.</summary>
internal sealed record CellOptions(CellOption[] Options);

namespace Personio.Sandbox.Api;

/// <summary>A number in a report, or a percentage.</summary>
internal sealed record CellNumber(decimal? Number);

namespace Personio.Sandbox.Api;

/// <summary>A number or percentage in a report.</summary>
internal sealed record CellNumber(decimal? Number);

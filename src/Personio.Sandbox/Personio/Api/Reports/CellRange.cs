namespace Personio.Sandbox.Api;

/// <summary>A range of days in a report; null for an open end.</summary>
internal sealed record CellRange(DateOnly From, DateOnly? To);

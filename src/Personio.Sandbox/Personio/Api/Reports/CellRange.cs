namespace Personio.Sandbox.Api;

/// <summary>A span of days in a report; an open end is null.</summary>
internal sealed record CellRange(DateOnly From, DateOnly? To);

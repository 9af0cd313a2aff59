namespace Personio.Sandbox.Api;

/// <summary>The attributes of a unit that a v1 employee belongs to; only cost centers have a percentage.</summary>
internal sealed record V1Place(long Id, string? Name, decimal? Percentage);

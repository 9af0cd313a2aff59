namespace Personio.Sandbox.Api;

/// <summary>The attributes of what an employee of v1 belongs to; only cost centers have a percentage.</summary>
internal sealed record V1Place(long Id, string? Name, decimal? Percentage);

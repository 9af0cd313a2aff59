namespace Personio.Sandbox.Api;

/// <summary>What a person has left of an absence type: today, and after all planned absences.</summary>
internal sealed record V1Balance(int Id, string Name, string? Category, decimal Balance, decimal AvailableBalance);

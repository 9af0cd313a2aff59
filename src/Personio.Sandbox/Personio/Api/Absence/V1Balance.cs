namespace Personio.Sandbox.Api;

/// <summary>What a person has left of a type of absence: today, and with all that is planned.</summary>
internal sealed record V1Balance(int Id, string Name, string? Category, decimal Balance, decimal AvailableBalance);

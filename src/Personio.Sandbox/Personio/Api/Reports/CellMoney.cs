namespace Personio.Sandbox.Api;

/// <summary>An amount of money in a report.</summary>
internal sealed record CellMoney(decimal Amount, string Currency);

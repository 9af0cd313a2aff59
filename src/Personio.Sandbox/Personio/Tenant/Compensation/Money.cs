namespace Personio.Sandbox.Tenant;

/// <summary>An amount of money.</summary>
internal sealed record Money(decimal Value, string Currency);

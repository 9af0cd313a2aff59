namespace Personio.Sandbox.Tenant;

/// <summary>An amount of absence.</summary>
internal sealed record Duration(decimal Value, string Unit);

namespace Personio.Sandbox.Tenant;

/// <summary>A role in a hiring team.</summary>
internal sealed record HiringRole(string Name);

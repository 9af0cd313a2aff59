namespace Personio.Sandbox.Tenant;

/// <summary>What somebody is in a hiring team.</summary>
internal sealed record HiringRole(string Name);

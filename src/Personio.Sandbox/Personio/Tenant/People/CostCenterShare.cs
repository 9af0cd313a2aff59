namespace Personio.Sandbox.Tenant;

/// <summary>The share of an employment that a cost center carries, in percent.</summary>
internal sealed record CostCenterShare(string Id, decimal Weight);

namespace Personio.Sandbox.Tenant;

/// <summary>How much of an employment is booked on a cost center, in percent.</summary>
internal sealed record CostCenterShare(string Id, decimal Weight);

namespace Personio.Sandbox.Tenant;

/// <summary>A reference to an application of a candidate.</summary>
internal sealed record ApplicationReference(string Id, DateOnly ApplicationDate);

namespace Personio.Sandbox.Tenant;

/// <summary>An application among those of a candidate.</summary>
internal sealed record ApplicationReference(string Id, DateOnly ApplicationDate);

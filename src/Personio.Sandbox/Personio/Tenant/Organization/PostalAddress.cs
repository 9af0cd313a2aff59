namespace Personio.Sandbox.Tenant;

/// <summary>Where a legal entity has its seat.</summary>
internal sealed record PostalAddress(string Street, string City, string Country);

namespace Personio.Sandbox.Tenant;

/// <summary>The registered office of a legal entity.</summary>
internal sealed record PostalAddress(string Street, string City, string Country);

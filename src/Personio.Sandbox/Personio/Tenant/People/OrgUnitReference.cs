namespace Personio.Sandbox.Tenant;

/// <summary>A reference to the department or team of an employment.</summary>
internal sealed record OrgUnitReference(string Type, string Id);

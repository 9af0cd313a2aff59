namespace Personio.Sandbox.Tenant;

/// <summary>The department or the team of an employment.</summary>
internal sealed record OrgUnitReference(string Type, string Id);

namespace Personio.Sandbox.Tenant;

/// <summary>What somebody does, where, and for whom.</summary>
internal sealed record BelievableRole(
    int Department, string Title, string JobId, string? SupervisorId, List<OrgUnitReference> Units);

namespace Personio.Sandbox.Tenant;

/// <summary>The job, the units, and the supervisor of a person.</summary>
internal sealed record BelievableRole(
    int Department, string Title, string JobId, string? SupervisorId, List<OrgUnitReference> Units);

using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <content>What the company has besides persons, absences and attendance.</content>
public sealed partial class SandboxTenant
{
    /// <summary>The ids of all projects, sub projects included.</summary>
    public IReadOnlyList<string> ProjectIds => Read(() => Ids(Projects));

    internal Table<ProjectRow> Projects { get; }

    /// <summary>The JSON of a project as the API answers it, or null.</summary>
    public string? FindProjectJson(string projectId) => Json(Projects, projectId);
}

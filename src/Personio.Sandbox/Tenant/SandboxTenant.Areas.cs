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

    /// <summary>Removes a person and what belongs to the person. The caller holds the gate.</summary>
    internal void Forget(PersonRow person)
    {
        person.Remove();
        IEnumerable<Row> owned = [.. AbsencePeriods.OfOwner(person.Id), .. AttendancePeriods.OfOwner(person.Id)];
        foreach (Row row in owned.Concat(Projects.Rows.SelectMany(project => project.Members)
            .Where(member => member.Id == person.Id)))
        {
            row.Remove();
        }

        foreach (EmploymentRow employment in Persons.Live.SelectMany(other => other.Employments)
            .Where(employment => employment.SupervisorId == person.Id))
        {
            employment.SupervisorId = null;
            employment.Touch();
        }
    }
}

using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Creates the projects: in both states, with and without members, dates, codes, and sub-projects.</summary>
internal sealed class ProjectBuilder(TenantCalendar calendar, CompanyWords words)
{
    public const int FirstId = 82173;

    public void AddTo(Table<ProjectRow> projects, IReadOnlyList<PersonRow> persons)
    {
        // The generated attendance refers to the first two.
        Add(projects, "LED-1", costCenter: "1201", days: (-160, 200));
        Add(projects, "SEN-2", assignedToAll: true, days: (-90, null));
        Add(projects, "ARC-1", status: "ARCHIVED", days: (-900, -400));
        Add(projects, words.IsHostile ? null : "POR-1");
        Add(projects, "LED-1.1", parent: "82173");
        Add(projects, null, parent: "82173", status: "ARCHIVED");
        Add(projects, "SEN-2.1", parent: "82174", days: words.IsHostile ? (-30, 1) : (-30, 60));
        Add(projects, "OPEN", assignedToAll: true);
        foreach (PersonRow person in words.IsHostile ? persons.Take(9) : persons.Where((_, i) => i % 3 == 1).Take(20))
        {
            projects.Rows[0].Join(person.Id);
        }
    }

    private void Add(
        Table<ProjectRow> projects, string? code, string status = "ACTIVE", string? costCenter = null,
        bool assignedToAll = false, string? parent = null, (int? From, int? To) days = default)
    {
        int index = projects.Rows.Count;
        (string name, string? description, string? client) = words.Projects[index];
        projects.Add(new ProjectRow
        {
            Id = (FirstId + index).ToString(CultureInfo.InvariantCulture),
            Name = name,
            Status = status,
            Code = code,
            Description = description,
            CostCenterId = costCenter,
            AssignedToAll = assignedToAll,
            Parent = parent is null ? null : projects.Find(parent),
            Start = days.From is { } from ? calendar.Today.AddDays(from) : null,
            End = days.To is { } to ? calendar.Today.AddDays(to) : null,
            Billable = client is not null,
            ClientName = client,
            ProjectType = client is null ? null : "External",
            CreatedAt = calendar.At(-950 + index),
            UpdatedAt = calendar.At(-20 + index),
        });
    }
}

using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Makes the projects: of both states, with and without members, dates, codes and sub projects.</summary>
internal sealed class ProjectBuilder(TenantCalendar calendar)
{
    public const int FirstId = 82173;

    public void AddTo(Table<ProjectRow> projects, IReadOnlyList<PersonRow> persons)
    {
        // Attendance is tracked on the first two from the start.
        Add(projects, "Ledger move", "LED-1", costCenter: "1201", client: "Nordwerk", days: (-160, 200));
        Add(projects, "Sensor refit, \"phase 2\"", "SEN-2", assignedToAll: true, days: (-90, null));
        Add(projects, "Archiv Süd", "ARC-1", status: "ARCHIVED", days: (-900, -400));
        Add(projects, "=Übergabe", null);
        Add(projects, "Ledger move: books", "LED-1.1", parent: "82173");
        Add(projects, "Ledger move: audit", null, parent: "82173", status: "ARCHIVED");
        Add(projects, "Sensor refit: north", "SEN-2.1", parent: "82174", days: (-30, 1));
        Add(projects, "Open house", "OPEN", assignedToAll: true, client: "@Client, Inc.");
        foreach (PersonRow person in persons.Take(9))
        {
            projects.Rows[0].Join(person.Id);
        }
    }

    private void Add(
        Table<ProjectRow> projects, string name, string? code, string status = "ACTIVE", string? costCenter = null,
        bool assignedToAll = false, string? parent = null, string? client = null, (int? From, int? To) days = default)
    {
        int index = projects.Rows.Count;
        projects.Add(new ProjectRow
        {
            Id = (FirstId + index).ToString(CultureInfo.InvariantCulture),
            Name = name,
            Status = status,
            Code = code,
            Description = index % 3 == 1 ? null : index % 3 == 2 ? "" : "Line one\nline \"two\"",
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

using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Makes the projects: of both states, with and without members, dates, codes and sub projects.</summary>
internal sealed class ProjectBuilder(TenantCalendar calendar, IReadOnlyList<PersonRow> persons)
{
    public const int FirstId = 82173;
    private readonly Table<ProjectRow> _projects = new();

    public Table<ProjectRow> Build()
    {
        // Attendance is tracked on the first two from the start.
        Add("Ledger move", "LED-1", costCenter: "1201", client: "Nordwerk", type: "External", days: (-160, 200));
        Add("Sensor refit, \"phase 2\"", "SEN-2", assignedToAll: true, days: (-90, null));
        Add("Archiv Süd", "ARC-1", status: "ARCHIVED", days: (-900, -400));
        Add("=Übergabe", null);
        Add("Ledger move: books", "LED-1.1", parent: "82173");
        Add("Ledger move: audit", null, parent: "82173", status: "ARCHIVED");
        Add("Sensor refit: north", "SEN-2.1", parent: "82174", days: (-30, 1));
        Add("Open house", "OPEN", assignedToAll: true, client: "@Client, Inc.");
        Join("82173", 9);
        Join("82176", 2);
        return _projects;
    }

    private void Join(string project, int count)
    {
        foreach (PersonRow person in persons.Take(count))
        {
            _projects.Find(project)?.Join(person.Id);
        }
    }

    private void Add(
        string name, string? code, string status = "ACTIVE", string? costCenter = null, bool assignedToAll = false,
        string? parent = null, string? client = null, string? type = null, (int? From, int? To) days = default)
    {
        int index = _projects.Rows.Count;
        _projects.Add(new ProjectRow
        {
            Id = (FirstId + index).ToString(CultureInfo.InvariantCulture),
            Name = name,
            Status = status,
            Code = code,
            Description = index % 3 == 1 ? null : index % 3 == 2 ? "" : "Line one\nline \"two\"",
            CostCenterId = costCenter,
            AssignedToAll = assignedToAll,
            Parent = parent is null ? null : _projects.Find(parent),
            Start = days.From is { } from ? calendar.Today.AddDays(from) : null,
            End = days.To is { } to ? calendar.Today.AddDays(to) : null,
            Billable = client is not null,
            ClientName = client,
            ProjectType = type,
            CreatedAt = calendar.At(-950 + index),
            UpdatedAt = calendar.At(-20 + index),
        });
    }
}

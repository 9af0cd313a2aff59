namespace Personio.Sandbox.Tenant;

/// <summary>Assigns the roles of the believable company.</summary>
internal sealed class BelievableRoles(int seed, CompanyStructure organization)
{
    private const int MaxReports = 9;

    private readonly Dice _dice = new(seed, "roles");
    private readonly Dice _ids = new(seed, "role ids");
    private readonly IReadOnlyList<OrgUnitRow> _departments = organization.Departments;
    private readonly Dictionary<string, OrgUnitRow> _teams = organization.Teams.ToDictionary(team => team.Name);
    private readonly Dictionary<string, (string Lead, int Reports)> _leads = [];
    private readonly Dictionary<string, string> _jobs = [];
    private int _heads;

    /// <summary>Returns the role of the next person. Only a person who is present may become a lead.</summary>
    public BelievableRole Next(int index, bool canLead)
    {
        if (index < _departments.Count)
        {
            _heads = index + 1;
            DepartmentRoles own = CompanyRoles.Departments[index];
            return Role(index, own.Head, own.Parent < 0 ? null : PeopleBuilder.IdOf(own.Parent), null);
        }

        int place = Place();
        DepartmentRoles department = CompanyRoles.Departments[place];
        string head = PeopleBuilder.IdOf(place < _heads ? place : 0);
        string title = _dice.Pick(department.Titles);
        if (department.Teams.Length == 0)
        {
            return Role(place, title, head, null);
        }

        string team = _dice.Pick(department.Teams);
        (string lead, int reports) = _leads.GetValueOrDefault(team, (head, MaxReports));
        if (reports >= MaxReports && canLead)
        {
            _leads[team] = (PeopleBuilder.IdOf(index), 0);
            return Role(place, $"Team Lead {team}", head, team);
        }

        _leads[team] = (lead, reports + 1);
        return Role(place, title, lead, team);
    }

    private BelievableRole Role(int department, string title, string? supervisorId, string? team)
    {
        List<OrgUnitReference> units = [new("department", _departments[department].Id)];
        if (team is not null)
        {
            units.Add(new OrgUnitReference("team", _teams[team].Id));
        }

        if (!_jobs.TryGetValue(title, out string? job))
        {
            _jobs[title] = job = _ids.Uuid();
        }

        return new BelievableRole(department, title, job, supervisorId, units);
    }

    /// <summary>Picks a department, weighted by its share of the staff.</summary>
    private int Place()
    {
        int left = _dice.Next(CompanyRoles.Departments.Sum(department => department.Share));
        int place = 0;
        while (left >= CompanyRoles.Departments[place].Share)
        {
            left -= CompanyRoles.Departments[place++].Share;
        }

        return place;
    }
}

using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>
/// The persons of a company that could exist. The first person runs it, the next ones head one department each, and
/// everyone else works for them, mostly in a team with a lead.
/// </summary>
internal sealed class BelievablePeople(SandboxOptions options, TenantCalendar calendar, CompanyStructure organization)
    : IPeopleSource
{
    private const int Austria = 1;
    private const int America = 2;
    private static readonly int s_heads = CompanyRoles.Departments.Count;

    private readonly CommonNames _names = new(options.Seed);
    private readonly BelievableRoles _roles = new(options.Seed, organization);
    private readonly Dice _dice = new(options.Seed, "people");
    private readonly HashSet<string> _addresses = [];

    public PersonRow Create(int index)
    {
        (string first, string last, bool isWoman) = _names.Next();
        string status = Status(index);
        DateOnly start = Start(index, status);
        bool isNew = status == "ONBOARDING";
        var person = new PersonRow
        {
            Id = PeopleBuilder.IdOf(index),

            // New hires have no mailbox yet.
            Email = isNew ? null : Address(first, last),
            FirstName = first,
            LastName = last,
            PreferredName = $"{first} {last}",
            Gender = index % 41 == 40 ? "DIVERSE" : isWoman ? "FEMALE" : "MALE",
            HasPicture = index % 3 != 1,
            OmitsNulls = index % 2 == 1,
            CreatedAt = calendar.At(
                Math.Min(start.DayNumber - calendar.Today.DayNumber - 20, -2), 7 + _dice.Next(10), _dice.Next(60)),
            UpdatedAt = calendar.At(-1 - _dice.Next(29), 7 + _dice.Next(10), _dice.Next(60)),
            Custom = AttributeCatalog.Believable.Fill(index, _dice, calendar.Today),
        };
        AddEmployments(person, index, status, start);
        return person;
    }

    private static string Status(int index) => index < s_heads ? "ACTIVE" : (index % 20) switch
    {
        7 => "INACTIVE",
        11 => "ONBOARDING",
        14 => "LEAVE",
        17 when index % 40 == 17 => "INACTIVE",
        _ => "ACTIVE",
    };

    /// <summary>Contracts begin on the first of a month.</summary>
    private DateOnly Start(int index, string status)
    {
        int days = status switch
        {
            "ONBOARDING" => 35 + _dice.Next(60),
            "INACTIVE" => -600 - _dice.Next(1500),
            _ => index < s_heads ? -1500 - _dice.Next(1500) : -40 - _dice.Next(2400),
        };
        DateOnly day = calendar.Today.AddDays(days);
        return new DateOnly(day.Year, day.Month, 1);
    }

    private string Address(string first, string last)
    {
        string name = $"{SyllableNames.ForAddress(first)}.{SyllableNames.ForAddress(last)}";
        string free = name;
        for (int i = 2; !_addresses.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}{i}");
        }

        return $"{free}@example.org";
    }

    private void AddEmployments(PersonRow person, int index, string status, DateOnly start)
    {
        EmploymentRow current = Current(person, index, status, start);
        person.Employments.Add(current);

        // One in ten started as a student.
        if (index % 10 == 5 && index >= s_heads)
        {
            DateOnly end = start.AddMonths(-3 - _dice.Next(9));
            person.Employments.Add(Student(current, end.AddMonths(-12), end.AddDays(-1)));
        }
    }

    private EmploymentRow Current(PersonRow person, int index, string status, DateOnly start)
    {
        BelievableRole role = _roles.Next(index, status == "ACTIVE");
        int entity = index == 0 ? 0 : index % 11 == 10 ? America : index % 5 == 4 ? Austria : 0;
        DateOnly? end = status == "INACTIVE" ? MonthEnd(-1 - _dice.Next(10)) : null;

        // Some have given notice but still work here.
        bool isLeaving = status == "ACTIVE" && index % 12 == 4 && index >= s_heads;
        DateOnly? last = end ?? (isLeaving ? MonthEnd(1 + (index % 3)) : null);
        return new EmploymentRow
        {
            Id = _dice.Uuid(),
            Person = person,
            Title = role.Title,
            Status = status,
            WeeklyHours = index < s_heads ? 40 : (index % 8) switch { 3 => 32, 6 => 20, _ => 40 },
            FullTimeHours = 40,
            ProbationEnd = start.AddMonths(6).AddDays(-1),
            Start = start,
            End = end,
            ContractEnd = index % 9 == 5 && start > calendar.Today.AddYears(-2) ? start.AddYears(2).AddDays(-1) : null,
            Type = index % 10 == 8 && index >= s_heads ? "EXTERNAL" : "INTERNAL",
            CreatedAt = person.CreatedAt,
            UpdatedAt = person.UpdatedAt,
            SupervisorId = role.SupervisorId,
            WorkplaceId = organization.Workplaces.Rows[Workplace(entity)].Id,
            OrgUnits = role.Units,
            Termination = last is { } day ? Leave(day, end is null) : Termination.ForStaying(isObject: index % 2 == 0),
            CostCenters = Centers(index, role.Department),
            LegalEntityId = organization.LegalEntities.Rows[entity].Id,
            JobId = role.JobId,
        };
    }

    private EmploymentRow Student(EmploymentRow now, DateOnly start, DateOnly end) => new()
    {
        Id = _dice.Uuid(),
        Person = now.Person,
        Title = "Working Student",
        Status = "INACTIVE",
        WeeklyHours = 20,
        FullTimeHours = 40,
        Start = start,
        End = end,
        CreatedAt = now.Person.CreatedAt,
        UpdatedAt = now.Person.CreatedAt,
        SupervisorId = now.SupervisorId,
        WorkplaceId = now.WorkplaceId,
        OrgUnits = [now.OrgUnits[0]],
        Termination = new Termination(end, end, end.AddDays(-30), "CONTRACT_EXPIRED", null),
        LegalEntityId = now.LegalEntityId,
    };

    // Hamburg, where most work, München, or remote; the other two legal entities have one workplace each.
    private int Workplace(int entity) => entity switch
    {
        Austria => 2,
        America => 3,
        _ => _dice.Next(20) switch { < 12 => 0, < 17 => 1, _ => 4 },
    };

    private List<CostCenterShare> Centers(int index, int department)
    {
        IReadOnlyList<NamedRow> centers = organization.CostCenters.Rows;
        return index % 7 == 3
            ? [new(centers[department].Id, 60), new(centers[(department + 1) % centers.Count].Id, 40)]
            : [new(centers[department].Id, 100)];
    }

    private Termination Leave(DateOnly last, bool isAhead)
    {
        DateOnly announced = isAhead ? calendar.Today.AddDays(-5 - _dice.Next(40)) : last.AddDays(-90);
        string type = isAhead
            ? "EMPLOYEE"
            : _dice.Next(6) switch { 0 => "CONTRACT_EXPIRED", 1 => "RETIREMENT", _ => "EMPLOYEE" };
        return new Termination(last, last, announced, type, type == "EMPLOYEE" ? "New job" : null);
    }

    /// <summary>The last day of a month, relative to the current month.</summary>
    private DateOnly MonthEnd(int months)
    {
        DateOnly day = calendar.Today.AddMonths(months);
        return new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
    }
}

using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>
/// Persons with names and employments that careless programs stumble over. Oddities depend on the index rather than on
/// chance, so that even a small company has all of them.
/// </summary>
internal sealed class HostilePeople(SandboxOptions options, TenantCalendar calendar, CompanyStructure organization)
    : IPeopleSource
{
    private static readonly string?[] s_titles =
    [
        "Clerk", "Controller", "Qualitätsprüferin", "Head of \"Special\" Tasks, North", "=1+1", "@x Engineer",
        "Engineer", null, "Night watch\nand day watch", "-Trainee", "+Lead",
    ];

    private static readonly string[] s_genders = ["FEMALE", "MALE", "DIVERSE", "UNSPECIFIED"];

    private static readonly string[] s_endings = ["EMPLOYEE", "CONTRACT_EXPIRED", "RETIREMENT", "UNSPECIFIED"];

    private readonly SyllableNames _names = new(options.Seed);
    private readonly Dice _dice = new(options.Seed, "people");
    private readonly IReadOnlyList<OrgUnitRow> _departments = organization.Departments;
    private readonly IReadOnlyList<OrgUnitRow> _teams = organization.Teams;

    public PersonRow Create(int index)
    {
        (string first, string last) = Name(index);
        int age = 30 + _dice.Next(2000);
        var person = new PersonRow
        {
            Id = PeopleBuilder.IdOf(index),
            Email = index % 23 == 9 ? null : Address(first, last, index),
            FirstName = first,
            LastName = last,
            PreferredName = Preferred(index, first, last),
            Gender = index % 13 == 4 ? null : _dice.Pick(s_genders),
            HasPicture = index % 3 != 1,
            OmitsNulls = index % 2 == 1,
            CreatedAt = calendar.At(-age, 7 + _dice.Next(10), _dice.Next(60)),
            UpdatedAt = calendar.At(-1 - _dice.Next(29), 7 + _dice.Next(10), _dice.Next(60)),
            Custom = index % 31 == 30 ? [] : AttributeCatalog.Hostile.Fill(index, _dice, calendar.Today),
        };
        AddEmployments(person, index, age);
        return person;
    }

    private (string First, string Last) Name(int index)
    {
        string first = _names.First();
        string last = _names.Last();
        return (index % 20) switch
        {
            3 => (first, $"{last}-{_names.Last()}"),
            6 => ($"{first} \"{first[..2]}\"", last),
            9 => (first, $"{last}, Dr."),
            12 => ($"{first} Ä.", $"von {last}"),
            _ => (first, last),
        };
    }

    // Most have the full name, as Personio fills it in; some go by a single word, and some have none.
    private static string? Preferred(int index, string first, string last) => (index % 10) switch
    {
        2 => null,
        5 => "=1+1",
        3 => first,
        7 => $"@{first}",
        _ => $"{first} {last}",
    };

    private static string Address(string first, string last, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SyllableNames.ForAddress(first)}.{SyllableNames.ForAddress(last)}.{index}@example.org");

    private void AddEmployments(PersonRow person, int index, int age)
    {
        string status = (index % 20) switch
        {
            7 => "INACTIVE",
            11 => "ONBOARDING",
            14 => "LEAVE",
            17 when index % 40 == 17 => "INACTIVE",
            _ => "ACTIVE",
        };
        DateOnly start = status == "ONBOARDING"
            ? calendar.Today.AddDays(10 + _dice.Next(60))
            : calendar.Today.AddDays(-age);
        person.Employments.Add(Current(person, index, status, start));

        // One in four has worked here before, some of them twice.
        int earlier = index % 8 == 1 ? 2 : index % 8 == 5 ? 1 : 0;
        for (int i = 0; i < earlier; i++)
        {
            DateOnly end = start.AddDays(-30 - _dice.Next(100));
            start = end.AddDays(-300 - _dice.Next(300));
            person.Employments.Add(Ended(person, index, start, end));
        }
    }

    private EmploymentRow Current(PersonRow person, int index, string status, DateOnly start)
    {
        DateOnly end = Max(calendar.Today.AddDays(-5 - _dice.Next(300)), start.AddDays(20));
        bool isOver = status == "INACTIVE";

        // Some have given notice but still work here. This rolls no dice, so that the other persons stay the same.
        DateOnly notice = calendar.Today.AddDays(5 + (index % 50));
        bool isLeaving = status == "ACTIVE" && index % 12 == 4;
        return new EmploymentRow
        {
            Id = _dice.Uuid(),
            Person = person,
            Title = s_titles[index % s_titles.Length],
            Status = status,
            WeeklyHours = index % 4 == 3 ? 38.5m : 40,
            FullTimeHours = index % 9 == 8 ? null : 40,
            ProbationEnd = start.AddMonths(6),
            Start = start,
            End = isOver ? end : null,
            ContractEnd = index % 6 == 5 ? start.AddYears(2) : null,
            Type = index % 10 == 8 ? "EXTERNAL" : "INTERNAL",
            CreatedAt = person.CreatedAt,
            UpdatedAt = person.UpdatedAt,
            SupervisorId = index == 0 ? null : PeopleBuilder.IdOf((index - 1) / 6),
            WorkplaceId = index % 16 == 15 ? null : _dice.Pick(organization.Workplaces.Rows).Id,
            OrgUnits = Units(index),
            Termination = isOver
                ? new Termination(end, end.AddDays(-2), end.AddDays(-40), _dice.Pick(s_endings), "Moved, \"far\" away")
                : isLeaving ? new Termination(notice, notice.AddDays(-3), calendar.Today.AddDays(-20), "EMPLOYEE", null)
                : Termination.ForStaying(isObject: index % 2 == 0),
            CostCenters = Centers(index),
            LegalEntityId = organization.LegalEntities.Rows[index % 5 == 4 ? 1 : index % 11 == 10 ? 2 : 0].Id,
            JobId = index % 2 == 0 ? _dice.Uuid() : null,
        };
    }

    private EmploymentRow Ended(PersonRow person, int index, DateOnly start, DateOnly end) => new()
    {
        Id = _dice.Uuid(),
        Person = person,
        Title = "Trainee",
        Status = "INACTIVE",
        WeeklyHours = 20,
        FullTimeHours = 40,
        Start = start,
        End = end,
        CreatedAt = person.CreatedAt,
        UpdatedAt = person.CreatedAt,
        SupervisorId = index == 0 ? null : PeopleBuilder.IdOf(0),
        WorkplaceId = organization.Workplaces.Rows[0].Id,
        OrgUnits = [new("department", organization.Departments[0].Id)],
        Termination = new Termination(end, end, end.AddDays(-30), "CONTRACT_EXPIRED", null),
        LegalEntityId = organization.LegalEntities.Rows[0].Id,
    };

    private List<OrgUnitReference> Units(int index)
    {
        List<OrgUnitReference> units = [new("department", _dice.Pick(_departments).Id)];
        if (index % 3 != 0)
        {
            units.Add(new OrgUnitReference("team", _dice.Pick(_teams).Id));
        }

        return units;
    }

    private List<CostCenterShare> Centers(int index)
    {
        IReadOnlyList<NamedRow> centers = organization.CostCenters.Rows;
        return (index % 4) switch
        {
            0 => [new(centers[0].Id, 60), new(centers[1].Id, 40)],
            3 => [],
            _ => [new(_dice.Pick(centers).Id, 100)],
        };
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}

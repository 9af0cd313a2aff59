using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>The persons of a company and their employments.</summary>
internal sealed class CompanyPeople
{
    private const int FirstAdded = 900_000;

    private readonly TenantCalendar _calendar;
    private readonly int _founders;
    private int _added;

    public CompanyPeople(SandboxOptions options, TenantCalendar calendar, CompanyStructure organization)
    {
        _calendar = calendar;
        new PeopleBuilder(options, calendar, organization).AddTo(Persons);
        _founders = Persons.Rows.Count;
    }

    public Table<PersonRow> Persons { get; } = new();

    /// <summary>The persons who existed when the sandbox started.</summary>
    public IEnumerable<PersonRow> Founders => Persons.Rows.Take(_founders);

    /// <summary>The ID of the next person to be added.</summary>
    public string NextId() => (FirstAdded + _added++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds a person with one active employment.</summary>
    public string Add(string firstName, string lastName, string? email)
    {
        DateTimeOffset now = _calendar.Now;
        var person = new PersonRow
        {
            Id = NextId(),
            Email = email,
            FirstName = firstName,
            LastName = lastName,
            CreatedAt = now,
            UpdatedAt = now,
        };
        AddEmployment(person, "ACTIVE", _calendar.Today.AddYears(-1));
        Persons.Add(person);
        return person.Id;
    }

    /// <summary>Adds an employment to a person, which only Personio itself can do.</summary>
    public string AddEmployment(string personId, string status, DateOnly start) =>
        AddEmployment(Persons.Live.First(row => row.Id == personId), status, start);

    private string AddEmployment(PersonRow person, string status, DateOnly start)
    {
        DateTimeOffset now = _calendar.Now;
        var row = new EmploymentRow
        {
            Id = SandboxTenant.NewId(),
            Person = person,
            Status = status,
            Start = start,
            CreatedAt = now,
            UpdatedAt = now,
        };
        person.Employments.Add(row);
        return row.Id;
    }
}

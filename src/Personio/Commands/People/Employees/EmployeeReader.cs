using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Reads the employment of each person who may match, many of them concurrently, and writes the employees that match.
/// Employees are held until 50 have accumulated, so that the names of supervisors take one request for many.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="filter">Selects the employees.</param>
/// <param name="output">Writes the employees.</param>
/// <param name="first">The maximum number of employees; null for all.</param>
internal sealed class EmployeeReader(
    ConnectedCmdletBase command, EmployeeFilter filter, EmployeeOutput output, int? first)
{
    // Not the cmdlet's own queue, which delivers the persons requested by id.
    private readonly RequestQueue _queue = new(command);
    private readonly EmploymentNames _names = new(command, hasCostCenters: true);
    private readonly List<Person> _waitingPersons = [];

    // The client of the session that the persons came from, even if it is disconnected in the meantime.
    private PersonioClient? _client;
    private int _requested;
    private int _found;

    private Batch<(Person Person, Employment? Employment)> Waiting => field ??= new(
        Endpoints.ListPersons.MaxIdsPerRequest, Write);

    /// <summary>The number of persons that were fully checked.</summary>
    public int Done { get; private set; }

    /// <summary>True if no more persons are needed.</summary>
    public bool IsLimitReached => first is { } limit
        && (_found >= limit || (filter.IsByPersonOnly && _requested + _waitingPersons.Count >= limit));

    /// <summary>Adds a person who may match.</summary>
    public void Add(Person person)
    {
        (_client ??= command.Client).Persons.Keep(person);
        if (IsLimitReached)
        {
            return;
        }

        // The first persons show which attributes exist, before any request for their employments.
        _waitingPersons.Add(person);
        if (_requested > 0 || _waitingPersons.Count == Endpoints.ListPersons.MaxIdsPerRequest)
        {
            Start();
        }
    }

    /// <summary>Writes the held employees.</summary>
    public void Flush()
    {
        Start();
        _queue.Flush();
        Waiting.Flush();
    }

    private void Start()
    {
        if (_waitingPersons.Count == 0)
        {
            return;
        }

        output.Choose(_waitingPersons);
        Person[] persons = [.. _waitingPersons];
        _waitingPersons.Clear();
        foreach (Person person in persons)
        {
            _requested++;
            _queue.Add(
                person,
                token => _names.FetchAsync(person, token),
                employment => Take(person, employment),
                noun: "Person");
        }
    }

    private void Take(Person person, Employment? employment)
    {
        Done++;
        if (_found >= (first ?? int.MaxValue) || !filter.IsWanted(person, employment))
        {
            return;
        }

        _found++;
        Waiting.Add((person, employment));
    }

    private void Write((Person Person, Employment? Employment)[] rows)
    {
        _names.Find([.. rows.Select(row => row.Employment).OfType<Employment>()]);
        foreach ((Person person, Employment? employment) in rows)
        {
            output.Write(person, employment, employment is null ? new EmployeeNames() : NamesOf(employment));
        }
    }

    private EmployeeNames NamesOf(Employment employment) => new()
    {
        Department = _names.NameOf(CompanyLists.Departments, employment.DepartmentId),
        Team = _names.NameOf(CompanyLists.Teams, employment.TeamId),
        Workplace = _names.NameOf(CompanyLists.Workplaces, employment.WorkplaceId),
        LegalEntity = _names.NameOf(CompanyLists.LegalEntities, employment.LegalEntityId),
        CostCenters =
        [
            .. employment.CostCenters.Select(share => _names.NameOf(CompanyLists.CostCenters, share.CostCenterId)),
        ],
        Supervisor = _names.SupervisorOf(employment),
    };
}

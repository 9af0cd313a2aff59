using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The persons of an org chart: rows that name their supervisor, or persons whose current employment names it, which
/// takes one request for each.
/// </summary>
internal sealed class ChartPersons(ConnectedCmdletBase command)
{
    private readonly EmploymentNames _employments = new(command, hasCostCenters: false);
    private readonly RequestQueue _queue = new(command);
    private readonly List<(OrgChartEntry Entry, Employment? Employment)> _persons = [];
    private readonly List<(string Address, string PersonId)> _addresses = [];

    /// <summary>Adds a row with SupervisorId.</summary>
    public void Add(PSObject row)
    {
        KeepAddress(PipelineInput.TextOf(row, "PersonId")?[0], Text(row, "Email", "PersonEmail"));
        _persons.Add((EntryOf(row), null));
    }

    /// <summary>Adds a person and requests the current employment.</summary>
    public void Add(Person person)
    {
        command.Client.Persons.Keep(person);
        KeepAddress(person.PersonId, person.Email);
        _queue.Add(
            person,
            token => _employments.FetchAsync(person, token),
            employment => _persons.Add((
                new OrgChartEntry
                {
                    PersonId = person.PersonId,
                    PersonName = person.DisplayName,
                    Position = employment?.Position,
                    SupervisorId = employment?.SupervisorId,
                },
                employment)),
            noun: "Person");
    }

    /// <summary>The ids of the persons with an email address.</summary>
    public IEnumerable<string> ByAddress(string address) => _addresses
        .Where(one => one.Address.Equals(address, StringComparison.OrdinalIgnoreCase))
        .Select(one => one.PersonId)
        .Distinct();

    /// <summary>The persons with their names and departments.</summary>
    /// <exception cref="PersonioException">
    /// Employments may not be read. A chart without supervisors would look like one without a hierarchy.
    /// </exception>
    public IEnumerable<OrgChartEntry> All()
    {
        _queue.Flush();
        if (_employments.Refusal is { } refusal)
        {
            throw refusal;
        }

        _employments.Find([.. _persons.Select(person => person.Employment).OfType<Employment>()],
            [CompanyLists.Departments]);
        IReadOnlyDictionary<string, PersonName> names = new PersonNameLookup(command).Find(
            _persons.Where(person => person.Entry.PersonName is null).Select(person => person.Entry.PersonId));
        return _persons.Select(person => person.Entry with
        {
            PersonName = person.Entry.PersonName ?? names.GetValueOrDefault(person.Entry.PersonId ?? "")?.DisplayName,
            Department = person.Entry.Department
                ?? _employments.NameOf(CompanyLists.Departments, person.Employment?.DepartmentId),
        });
    }

    private static OrgChartEntry EntryOf(PSObject row) => new()
    {
        PersonId = PipelineInput.TextOf(row, "PersonId")?[0],
        PersonName = Text(row, "PersonName", "DisplayName"),
        Position = Text(row, "Position"),
        Department = Text(row, "Department", "DepartmentName"),
        SupervisorId = PipelineInput.TextOf(row, "SupervisorId")?[0],
        SupervisorName = Text(row, "SupervisorName"),
    };

    private void KeepAddress(string? personId, string? address)
    {
        if (personId is not null && address is not null)
        {
            _addresses.Add((address.Trim(), personId));
        }
    }

    private static string? Text(PSObject row, params string[] properties) =>
        properties.Select(property => PipelineInput.TextOf(row, property)?[0]).FirstOrDefault(text => text is not null);
}

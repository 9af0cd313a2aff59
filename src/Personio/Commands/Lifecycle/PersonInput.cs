using System.Management.Automation;
using Personio.Client;
using Personio.Lifecycle;
using Personio.Models;

namespace Personio;

/// <summary>
/// Reads all persons with all their employments, with one listing and one request for each person. Any failure ends the
/// read: a plan for half a company would be wrong.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="client">Reads persons and employments, and fails if a row is unreadable.</param>
/// <param name="catalogs">Reads the lists that names come from. An unreadable entry only leaves a name empty.</param>
internal sealed class PersonInput(PersonioCmdletBase command, PersonioClient client, PersonioClient catalogs)
{
    private const int MaxInFlight = 16;

    private static readonly (string Column, ICompanyList List, Func<Employment, string?> IdOf)[] s_lists =
    [
        ("DepartmentName", CompanyLists.Departments, employment => employment.DepartmentId),
        ("TeamName", CompanyLists.Teams, employment => employment.TeamId),
        ("WorkplaceName", CompanyLists.Workplaces, employment => employment.WorkplaceId),
        ("LegalEntityName", CompanyLists.LegalEntities, employment => employment.LegalEntityId),
    ];

    /// <summary>The columns that the persons have.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        .. typeof(Person).GetProperties().Select(property => property.Name),
        .. EmploymentColumns.Names, "EmploymentType", "EmploymentEndDate", "TerminationDate", "LastWorkingDay",
        "EmploymentId",
        "DepartmentId", "TeamId", "WorkplaceId", "LegalEntityId", "JobId",
    ];

    /// <summary>Reads all persons.</summary>
    /// <param name="columns">The columns that rows are read from.</param>
    public IReadOnlyList<PersonRow> Read(PersonColumns columns)
    {
        List<(Person Person, IReadOnlyList<Employment> All)> people = ReadPersons();
        Dictionary<string, IReadOnlyDictionary<string, string>?> names = Names([.. people.SelectMany(one => one.All)]);
        Dictionary<string, string?> persons = people.Where(one => one.Person.PersonId is not null)
            .DistinctBy(one => one.Person.PersonId, StringComparer.Ordinal)
            .ToDictionary(one => one.Person.PersonId!, one => one.Person.DisplayName, StringComparer.Ordinal);
        return [.. people.Select(one => Row(one.Person, one.All, columns, names, persons))];
    }

    private List<(Person Person, IReadOnlyList<Employment> All)> ReadPersons()
    {
        var people = new List<(Person, IReadOnlyList<Employment>)>();
        var pending = new Queue<(Person Person, Task<IReadOnlyList<Employment>> All)>();
        void Take(int max)
        {
            while (pending.Count > max)
            {
                (Person person, Task<IReadOnlyList<Employment>> all) = pending.Dequeue();
                people.Add((person, command.Await(new ValueTask<IReadOnlyList<Employment>>(all))));
                command.ReportProgress();
            }
        }

        foreach (Person person in command.Enumerate(client.ListAsync<Person>(Endpoints.ListPersons.For(), null)))
        {
            pending.Enqueue((person, person.PersonId is { } id
                ? client.ListAllAsync<Employment>(Endpoints.ListEmployments.For(id), command.StopToken)
                : Task.FromResult<IReadOnlyList<Employment>>([])));
            Take(MaxInFlight - 1);
        }

        Take(0);
        return people;
    }

    // Names that may not be read leave the column empty in every row. It is not mapped then, and the plan says so.
    private Dictionary<string, IReadOnlyDictionary<string, string>?> Names(IReadOnlyList<Employment> employments)
    {
        var names = new Dictionary<string, IReadOnlyDictionary<string, string>?>(StringComparer.Ordinal);
        foreach ((string column, ICompanyList list, Func<Employment, string?> idOf) in s_lists)
        {
            if (!employments.Any(employment => idOf(employment) is not null))
            {
                continue;
            }

            try
            {
                names[column] = command.Await(token => catalogs.GetNamesByIdAsync(list, token));
            }
            catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
            {
                names[column] = null;
                command.WriteVerbose($"{column} could not be read. {fault.Message}");
            }
        }

        return names;
    }

    private static PersonRow Row(
        Person person, IReadOnlyList<Employment> all, PersonColumns columns,
        Dictionary<string, IReadOnlyDictionary<string, string>?> names, Dictionary<string, string?> persons)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        PSObject source = new(person);
        foreach (PSPropertyInfo property in source.Properties)
        {
            values[property.Name] = property.Value;
        }

        foreach ((string name, object? value) in Values(CurrentEmployment.Find(all), names, persons))
        {
            values[name] = value;
            source.Properties.Add(new PSNoteProperty(name, value), preValidated: true);
        }

        return RowReader.ReadPerson(
            name => values.GetValueOrDefault(name), columns, values, [.. all.Select(ToRow)], source);
    }

    private static IEnumerable<(string Name, object? Value)> Values(
        Employment? employment, Dictionary<string, IReadOnlyDictionary<string, string>?> names,
        Dictionary<string, string?> persons)
    {
        LastDay? last = employment is null ? null : LastDay.From(employment);
        foreach ((string column, _, Func<Employment, string?> idOf) in s_lists)
        {
            yield return (column, employment is not null && idOf(employment) is { } id
                ? names.GetValueOrDefault(column)?.GetValueOrDefault(id)
                : null);
        }

        yield return ("Position", employment?.Position);
        yield return ("CostCenters", employment?.CostCenters);
        yield return ("SupervisorId", employment?.SupervisorId);
        yield return ("SupervisorName", employment?.SupervisorId is { } boss ? persons.GetValueOrDefault(boss) : null);
        yield return ("EmploymentStartDate", employment?.EmploymentStartDate);
        yield return ("ContractEndDate", employment?.ContractEndDate);
        yield return ("LastDay", last?.Date);
        yield return ("LastDayReason", last?.Reason);
        yield return ("WeeklyHours", employment?.WeeklyWorkingHours);
        yield return ("EmploymentStatus", employment?.Status);
        yield return ("EmploymentType", employment?.Type);
        yield return ("EmploymentEndDate", employment?.EmploymentEndDate);
        yield return ("TerminationDate", employment?.TerminationDate);
        yield return ("LastWorkingDay", employment?.LastWorkingDay);
        yield return ("EmploymentId", employment?.EmploymentId);
        yield return ("DepartmentId", employment?.DepartmentId);
        yield return ("TeamId", employment?.TeamId);
        yield return ("WorkplaceId", employment?.WorkplaceId);
        yield return ("LegalEntityId", employment?.LegalEntityId);
        yield return ("JobId", employment?.JobId);
    }

    private static EmploymentRow ToRow(Employment employment) => new()
    {
        Status = employment.Status,
        Type = employment.Type,
        StartDate = Day(employment.EmploymentStartDate),
        LastDay = Day(LastDay.From(employment)?.Date),
        TerminationDate = Day(employment.TerminationDate),
        EmploymentEndDate = Day(employment.EmploymentEndDate),
        LastWorkingDay = Day(employment.LastWorkingDay),
        ContractEndDate = Day(employment.ContractEndDate),
    };

    private static DateOnly? Day(DateTime? moment) => moment is { } day ? DateOnly.FromDateTime(day) : null;
}

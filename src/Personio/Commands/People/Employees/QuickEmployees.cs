using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Writes employees from the list of API v1, which returns a hundred with each request, instead of one request for each
/// employee. They are written once all are read, because only then are the names of all supervisors known.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="filter">Selects the employees.</param>
/// <param name="output">Writes the employees.</param>
/// <param name="first">The maximum number of employees; null for all.</param>
internal sealed class QuickEmployees(
    ConnectedCmdletBase command, EmployeeFilter filter, EmployeeOutput output, int? first)
{
    /// <summary>The number of employees read.</summary>
    public int Done { get; private set; }

    /// <summary>The total number of employees; null until the first page has arrived.</summary>
    public int? Total { get; private set; }

    /// <summary>Writes the matching employees.</summary>
    /// <param name="requested">The ids of the persons, in order; null for all.</param>
    /// <exception cref="PersonioException">
    /// The list cannot be read, or everyone was checked and a specified name matched nobody.
    /// </exception>
    public void Write(IReadOnlyList<RequestedId>? requested)
    {
        try
        {
            WriteAll(requested);
        }
        catch (PersonioException fault) when (
            fault.Path == Endpoints.ListEmployees.Path && fault.StatusCode is 401 or 403 or 404)
        {
            throw Refusal(fault);
        }
    }

    private static PersonioException Refusal(PersonioException fault)
    {
        const string Advice = "Omit -Quick to read the same employees from API v2, with one request per person.";
        return fault.As(
            ErrorKind.AccessDenied,
            $"-Quick reads the list of employees of API v1, which cannot be read here. {fault.Message} {Advice}",
            action: Advice);
    }

    private void WriteAll(IReadOnlyList<RequestedId>? requested)
    {
        IEnumerable<string> attributes = output.Choose([]);
        IEnumerable<EmployeeParts> rows = filter.IsEmpty ? [] : Read(attributes);
        if (filter.Supervisor is { } supervisor)
        {
            EmployeeParts[] everyone = [.. rows];
            Array.ForEach(everyone, row => supervisor.IsWanted(row.Person));
            supervisor.Check();
            rows = everyone;
        }

        EmployeeParts[] found =
        [
            .. (requested is null ? rows : SelectWanted(requested, rows))
                .Where(row => filter.IsWanted(row.Person) & filter.IsWanted(row))
                .Take(first ?? int.MaxValue),
        ];
        if (found.Length < (first ?? int.MaxValue))
        {
            filter.Check();
        }

        Write(found);
    }

    private IEnumerable<EmployeeParts> Read(IEnumerable<string> attributes)
    {
        PersonioClient client = command.Client;
        IAsyncEnumerable<EmployeeParts> rows = client.ListEmployeesAsync(
            attributes, filter.Supervisor is null ? filter.SingleAddress : null, total => Total = total);
        foreach (EmployeeParts row in command.Enumerate(rows))
        {
            Done++;
            if (row.Person.DisplayName is not null)
            {
                client.Persons.Keep(row.Person);
            }

            yield return row;
        }
    }

    private IEnumerable<EmployeeParts> SelectWanted(
        IReadOnlyList<RequestedId> requested, IEnumerable<EmployeeParts> rows)
    {
        Dictionary<string, EmployeeParts> byId = rows.ToDictionary(row => row.Person.PersonId!, StringComparer.Ordinal);
        foreach (RequestedId one in requested)
        {
            if (one.Fault is null && byId.TryGetValue(one.Id, out EmployeeParts? row))
            {
                yield return row;
            }
            else
            {
                command.WriteError(one.Fault is { } fault
                    ? Errors.CreateRecord(fault, "Person", one.Target)
                    : Errors.NotFound("Person", one.Id, one.Target));
            }
        }
    }

    private void Write(EmployeeParts[] found)
    {
        var names = new EmploymentNames(command, hasCostCenters: false);
        foreach (EmployeeParts[] some in found.Chunk(Endpoints.ListPersons.MaxIdsPerRequest))
        {
            names.FindSupervisors(
                [.. some.Where(row => !IsSupervisorNamed(row)).Select(row => row.Employment).OfType<Employment>()]);
            foreach (EmployeeParts row in some)
            {
                output.Write(row.Person, row.Employment, IsSupervisorNamed(row) || row.Employment is null
                    ? row.Names
                    : row.Names with { Supervisor = names.SupervisorOf(row.Employment) });
            }
        }
    }

    // Most lists contain only the id of a supervisor.
    private static bool IsSupervisorNamed(EmployeeParts row) => row.Names.Supervisor?.DisplayName is not null;
}

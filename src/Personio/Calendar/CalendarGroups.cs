using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Which department, team or workplace the persons of a calendar belong to, by their current employments. What is piped
/// says it where it has such a column; for others one request for each person is needed. What cannot be read ends the
/// cmdlet.
/// </summary>
internal sealed class CalendarGroups(ConnectedCmdletBase command, CalendarGroup grouping)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>What persons are grouped by.</summary>
    public CalendarGroup Grouping => grouping;

    /// <summary>Looks at an input: a person with the columns of the employment says the group.</summary>
    public void See(PSObject? input)
    {
        if (PipelineInput.Text(input, "PersonId") is [{ } id]
            && (PipelineInput.Text(input, $"{grouping}Name") ?? PipelineInput.Text(input, $"{grouping}")) is [{ } name])
        {
            _names[id] = name;
        }
    }

    /// <summary>The groups of some persons by their ids; who belongs to none is missing.</summary>
    /// <exception cref="PersonioException">They could not be read.</exception>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> persons)
    {
        PersonioClient client = command.Client;
        string[] unknown = [.. persons.Where(id => !_names.ContainsKey(id))];
        Employment?[] employments = command.Await(token => Task.WhenAll(unknown.Select(async id =>
            CurrentEmployment.Find(await client.ListAllAsync<Employment>(Endpoints.ListEmployments.For(id), token)
                .ConfigureAwait(false)))));
        (string Person, string Group)[] found =
        [
            .. unknown.Zip(employments, (id, employment) => (Person: id, Group: IdOf(employment)))
                .Where(pair => pair.Group is not null).Select(pair => (pair.Person, pair.Group!)),
        ];
        if (found.Length > 0)
        {
            ILookup<string, NamedEntry> names = command.Await(token => client.NamesAsync(List, token))
                .ToLookup(entry => entry.Id, StringComparer.Ordinal);
            foreach ((string person, string group) in found)
            {
                _names[person] = names[group].FirstOrDefault()?.Name ?? group;
            }
        }

        return _names;
    }

    private CompanyList List => grouping switch
    {
        CalendarGroup.Team => CompanyList.Teams,
        CalendarGroup.Workplace => CompanyList.Workplaces,
        _ => CompanyList.Departments,
    };

    private string? IdOf(Employment? employment) => grouping switch
    {
        CalendarGroup.Team => employment?.TeamId,
        CalendarGroup.Workplace => employment?.WorkplaceId,
        _ => employment?.DepartmentId,
    };
}

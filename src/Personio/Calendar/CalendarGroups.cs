using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// Which department, team or workplace the persons of a calendar belong to, by their current employments. What is piped
/// says it where it has such a column; for others one request for each person is needed. What cannot be read is an error,
/// and the person stands without a group.
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
    public IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> persons)
    {
        string[] unknown = [.. persons.Where(id => !_names.ContainsKey(id))];
        foreach ((string id, PersonUnits units) in new UnitsOfPersons(command).Find(unknown, [List]))
        {
            if (NameIn(units) is { } name)
            {
                _names[id] = name;
            }
        }

        return _names;
    }

    private ICompanyList List => grouping switch
    {
        CalendarGroup.Team => CompanyLists.Teams,
        CalendarGroup.Workplace => CompanyLists.Workplaces,
        _ => CompanyLists.Departments,
    };

    private string? NameIn(PersonUnits units) => grouping switch
    {
        CalendarGroup.Team => units.Team,
        CalendarGroup.Workplace => units.Workplace,
        _ => units.Department,
    };
}

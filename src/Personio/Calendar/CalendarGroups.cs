using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// Finds the department, team, or workplace of each person in a calendar, by current employment. If the piped object
/// has such a column, that is used; every other person costs one request. If a group cannot be read, an error is
/// reported and the person is listed without a group.
/// </summary>
internal sealed class CalendarGroups(ConnectedCmdletBase command, CalendarGroup grouping)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>What persons are grouped by.</summary>
    public CalendarGroup Grouping => grouping;

    /// <summary>Looks at an input: a person with employment columns provides the group.</summary>
    public void Observe(PSObject? input)
    {
        if (PipelineInput.TextOf(input, "PersonId") is [{ } id]
            && (PipelineInput.TextOf(input, $"{grouping}Name")
                ?? PipelineInput.TextOf(input, $"{grouping}")) is [{ } name])
        {
            _names[id] = name;
        }
    }

    /// <summary>The groups of persons by ID; persons without a group are missing.</summary>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> persons)
    {
        string[] unknown = [.. persons.Where(id => !_names.ContainsKey(id))];
        foreach ((string id, PersonUnits units) in new PersonUnitsLookup(command).Find(unknown, [List]))
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

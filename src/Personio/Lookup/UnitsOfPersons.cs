using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The departments, teams and workplaces of persons, by their current employments: one request for each person, many at the same
/// time, and the lists that have the names. What cannot be read is an error, and empty.
/// </summary>
internal sealed class UnitsOfPersons(ConnectedCmdletBase command)
{
    private readonly EmploymentNames _employments = new(command, hasCostCenters: false);

    /// <summary>The units of persons by their ids; who has no employment is not in it.</summary>
    /// <param name="persons">The ids of the persons.</param>
    /// <param name="lists">Departments, teams, workplaces; what is not among them stays empty.</param>
    public IReadOnlyDictionary<string, PersonUnits> Find(IEnumerable<string> persons, ICompanyList[] lists)
    {
        var found = new Dictionary<string, Employment>(StringComparer.Ordinal);
        var lane = new RequestLane(command);
        foreach (string id in persons.Distinct(StringComparer.Ordinal))
        {
            lane.Add(
                id,
                token => _employments.FetchAsync(new Person { PersonId = id }, token),
                employment => Keep(found, id, employment),
                noun: "Person");
        }

        lane.Flush();
        _employments.Find([.. found.Values], lists);
        return found.ToDictionary(pair => pair.Key, pair => UnitsOf(pair.Value, lists), StringComparer.Ordinal);
    }

    /// <summary>The lists that have the names of departments and teams, where they are wanted.</summary>
    public static ICompanyList[] ListsFor(bool hasDepartment, bool hasTeam) =>
    [
        .. hasDepartment ? [CompanyLists.Departments] : Array.Empty<ICompanyList>(),
        .. hasTeam ? [CompanyLists.Teams] : Array.Empty<ICompanyList>(),
    ];

    private PersonUnits UnitsOf(Employment employment, ICompanyList[] lists)
    {
        string? department = IdIn(CompanyLists.Departments, employment.DepartmentId, lists);
        string? team = IdIn(CompanyLists.Teams, employment.TeamId, lists);
        return new PersonUnits(
            department,
            _employments.NameOf(CompanyLists.Departments, department),
            team,
            _employments.NameOf(CompanyLists.Teams, team),
            _employments.NameOf(CompanyLists.Workplaces, IdIn(CompanyLists.Workplaces, employment.WorkplaceId, lists)));
    }

    private static void Keep(Dictionary<string, Employment> found, string id, Employment? employment)
    {
        if (employment is not null)
        {
            found[id] = employment;
        }
    }

    private static string? IdIn(ICompanyList list, string? id, ICompanyList[] lists) => lists.Contains(list) ? id : null;
}

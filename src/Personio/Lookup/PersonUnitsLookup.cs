using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Finds the departments, teams, and workplaces of persons by current employment: one request per person, sent
/// concurrently, plus the lists that hold the names. A value that cannot be read is empty, and an error is reported.
/// </summary>
internal sealed class PersonUnitsLookup(ConnectedCmdletBase command)
{
    private readonly EmploymentNames _employments = new(command, hasCostCenters: false);

    /// <summary>Returns the units of persons by ID; persons without an employment are missing.</summary>
    /// <param name="persons">The IDs of the persons.</param>
    /// <param name="lists">
    /// The lists to resolve: departments, teams, workplaces. Units of other lists stay empty.
    /// </param>
    public IReadOnlyDictionary<string, PersonUnits> Find(IEnumerable<string> persons, ICompanyList[] lists)
    {
        var found = new Dictionary<string, Employment>(StringComparer.Ordinal);
        var lane = new RequestQueue(command);
        foreach (string id in persons.Distinct(StringComparer.Ordinal))
        {
            lane.Add(
                id,
                token => _employments.FetchAsync(new Person { PersonId = id }, token),
                employment => Store(found, id, employment),
                noun: "Person");
        }

        lane.Flush();
        _employments.Find([.. found.Values], lists);
        return found.ToDictionary(pair => pair.Key, pair => UnitsOf(pair.Value, lists), StringComparer.Ordinal);
    }

    /// <summary>The lists that hold the names of departments and teams, as requested.</summary>
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

    private static void Store(Dictionary<string, Employment> found, string id, Employment? employment)
    {
        if (employment is not null)
        {
            found[id] = employment;
        }
    }

    private static string? IdIn(ICompanyList list, string? id, ICompanyList[] lists) =>
        lists.Contains(list) ? id : null;
}

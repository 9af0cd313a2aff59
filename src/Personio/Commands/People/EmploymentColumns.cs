using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The current employments of persons as columns, with names in place of ids. Where a name cannot be read it is empty,
/// and that is an error.
/// </summary>
internal sealed class EmploymentColumns(ConnectedCmdletBase command)
{
    private readonly EmploymentNames _names = new(command, hasCostCenters: false);

    /// <summary>The names of the columns, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Position", "DepartmentName", "TeamName", "WorkplaceName", "LegalEntityName", "CostCenters", "SupervisorId",
        "SupervisorName", "EmploymentStartDate", "ContractEndDate", "LastDay", "LastDayReason", "WeeklyHours",
        "EmploymentStatus",
    ];

    /// <summary>Fetches the current employment of a person; null where there is none, or Personio shows none.
    /// </summary>
    /// <exception cref="PersonioException">They could not be read for another reason than missing rights.</exception>
    public Task<Employment?> FetchAsync(Person person, CancellationToken cancellationToken) =>
        _names.FetchAsync(person, cancellationToken);

    /// <summary>Finds the names that these employments need and that are not known yet.</summary>
    public void FindNames(IReadOnlyList<Employment> employments) => _names.Find(employments);

    /// <summary>The columns of an employment, the same for each; null values where there is none.</summary>
    public IEnumerable<(string Name, object? Value)> ValuesOf(Employment? employment)
    {
        if (employment is null)
        {
            return Names.Zip(new object?[Names.Count]);
        }

        LastDay? last = LastDay.From(employment);
        return Names.Zip<string, object?>(
        [
            employment.Position,
            _names.NameOf(CompanyLists.Departments, employment.DepartmentId),
            _names.NameOf(CompanyLists.Teams, employment.TeamId),
            _names.NameOf(CompanyLists.Workplaces, employment.WorkplaceId),
            _names.NameOf(CompanyLists.LegalEntities, employment.LegalEntityId),
            employment.CostCenters, employment.SupervisorId, _names.SupervisorOf(employment)?.DisplayName,
            employment.EmploymentStartDate, employment.ContractEndDate, last?.Date, last?.Reason,
            employment.WeeklyWorkingHours, employment.Status,
        ]);
    }
}

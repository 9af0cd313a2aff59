using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The current employments of persons as columns, with names instead of ids. If a name cannot be read, it stays empty
/// and an error is reported.
/// </summary>
internal sealed class EmploymentColumns(ConnectedCmdletBase command)
{
    private readonly EmploymentNames _names = new(command, hasCostCenters: false);

    /// <summary>The names of the columns, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Position", "DepartmentName", "TeamName", "WorkplaceName", "LegalEntityName", "CostCenters", "SupervisorId",
        "SupervisorName", "EmploymentStartDate", "ContractEndDate", "LastDay", "LastDayReason", "WeeklyHours",
        "EmploymentStatus",
    ];

    /// <summary>
    /// Fetches the current employment of a person; null if the person has none, or Personio does not show it.
    /// </summary>
    /// <exception cref="PersonioException">
    /// The employments could not be read for a reason other than missing permissions.
    /// </exception>
    public Task<Employment?> FetchAsync(Person person, CancellationToken cancellationToken) =>
        _names.FetchAsync(person, cancellationToken);

    /// <summary>Looks up the names that these employments need and that are not known yet.</summary>
    public void FindNames(IReadOnlyList<Employment> employments) => _names.Find(employments);

    /// <summary>The columns of an employment, the same for each; null values without an employment.</summary>
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

using System.Globalization;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The current employments of persons as columns, with names in place of ids. Where names cannot be read ids stand,
/// after one warning.
/// </summary>
internal sealed class EmploymentColumns(ConnectedCommand command)
{
    private static readonly (CompanyList List, string Words, Func<Employment, string?> IdOf)[] s_lists =
    [
        (CompanyList.Departments, "departments", employment => employment.DepartmentId),
        (CompanyList.Teams, "teams", employment => employment.TeamId),
        (CompanyList.Workplaces, "workplaces", employment => employment.WorkplaceId),
        (CompanyList.LegalEntities, "legal entities", employment => employment.LegalEntityId),
    ];

    private readonly Dictionary<CompanyList, IReadOnlyDictionary<string, string>> _names = [];
    private readonly Dictionary<string, string?> _supervisors = new(StringComparer.Ordinal);
    private volatile PersonioException? _refusal;
    private bool _areSupervisorsGivenUp;
    private bool _isWarned;

    /// <summary>The names of the columns, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Position", "DepartmentName", "TeamName", "WorkplaceName", "LegalEntityName", "CostCenters", "SupervisorId",
        "SupervisorName", "EmploymentStartDate", "ContractEndDate", "LastDay", "LastDayReason", "WeeklyHours",
        "EmploymentStatus",
    ];

    /// <summary>Fetches the current employment of a person; null where there is none, or Personio shows none.
    /// </summary>
    /// <exception cref="PersonioException">They could not be had for another reason than missing rights.</exception>
    public async Task<Employment?> FetchAsync(Person person, CancellationToken cancellationToken)
    {
        if (_refusal is not null || person.PersonId is null)
        {
            return null;
        }

        try
        {
            return CurrentEmployment.Of(await command.Client.ListAllAsync<Employment>(
                Endpoints.ListEmployments.For(person.PersonId), cancellationToken).ConfigureAwait(false));
        }
        catch (PersonioException fault) when (fault is { Kind: ErrorKind.AccessDenied, StatusCode: not 404 })
        {
            _refusal = fault;
            return null;
        }
    }

    /// <summary>Finds the names that these employments need and that are not known yet.</summary>
    public void FindNames(IReadOnlyList<Employment> employments)
    {
        var faults = new List<(string What, PersonioException Fault)>();
        if (_refusal is { } refusal)
        {
            faults.Add(("employments", refusal));
        }

        foreach ((CompanyList list, string words, Func<Employment, string?> idOf) in s_lists)
        {
            if (!_names.ContainsKey(list) && employments.Any(employment => idOf(employment) is not null))
            {
                IReadOnlyList<NamedEntry> names =
                    Read(words, faults, token => command.Client.NamesAsync(list, token)) ?? [];
                _names[list] = names.DistinctBy(entry => entry.Id)
                    .ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);
            }
        }

        FindSupervisors(employments, faults);
        Warn(faults);
    }

    /// <summary>The columns of an employment, the same for each; null values where there is none.</summary>
    public IEnumerable<(string Name, object? Value)> Of(Employment? employment)
    {
        if (employment is null)
        {
            return Names.Zip(new object?[Names.Count]);
        }

        LastDay? last = LastDay.From(employment);
        return Names.Zip<string, object?>(
        [
            employment.Position, .. s_lists.Select(part => NameOf(part.List, part.IdOf(employment))),
            employment.CostCenters, employment.SupervisorId, SupervisorOf(employment), employment.EmploymentStartDate,
            employment.ContractEndDate, last?.Date, last?.Reason, employment.WeeklyWorkingHours, employment.Status,
        ]);
    }

    private string? NameOf(CompanyList list, string? id) => id is null
        ? null
        : _names.GetValueOrDefault(list)?.GetValueOrDefault(id) ?? id;

    private string? SupervisorOf(Employment employment) => employment.SupervisorId is { } id
        ? _supervisors.GetValueOrDefault(id) ?? id
        : null;

    private void FindSupervisors(
        IReadOnlyList<Employment> employments, List<(string What, PersonioException Fault)> faults)
    {
        string[] ids = [.. employments.Select(employment => employment.SupervisorId).OfType<string>().Distinct()
            .Where(id => !_supervisors.ContainsKey(id))];
        if (_areSupervisorsGivenUp || ids.Length == 0)
        {
            return;
        }

        if (Read("supervisors", faults, token => command.Client.PersonNamesAsync(ids, token)) is { } found)
        {
            foreach ((string id, PersonName name) in found)
            {
                _supervisors[id] = name.DisplayName;
            }
        }
        else
        {
            _areSupervisorsGivenUp = true;
        }
    }

    private T? Read<T>(
        string what, List<(string What, PersonioException Fault)> faults, Func<CancellationToken, Task<T>> read)
        where T : class
    {
        try
        {
            return command.Await(read);
        }
        catch (PersonioException fault)
        {
            faults.Add((what, fault));
            return null;
        }
    }

    private void Warn(List<(string What, PersonioException Fault)> faults)
    {
        if (faults.Count > 0 && !_isWarned)
        {
            _isWarned = true;
            command.WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"What cannot be read is left out, or stands as id: {string.Join(", ", faults.Select(f => f.What))}. "
                + $"{string.Join(' ', faults.Select(f => f.Fault.Message).Distinct())}"));
        }
    }
}

using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The current employments of persons as columns, with names in place of ids. Where a name cannot be read it is empty,
/// and that is an error.
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

    private readonly MissingNames _missing = new(command);
    private readonly Dictionary<CompanyList, IReadOnlyDictionary<string, string>?> _names = [];
    private readonly Dictionary<string, string?> _supervisors = new(StringComparer.Ordinal);
    private volatile PersonioException? _refusal;
    private bool _areSupervisorsGivenUp;

    /// <summary>Why employments could not be read; null where they could, or were not asked for yet.</summary>
    public PersonioException? Refusal => _refusal;

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
    /// <param name="employments">The employments.</param>
    /// <param name="only">The lists whose names are wanted; null for all of them, and the supervisors.</param>
    public void FindNames(IReadOnlyList<Employment> employments, IReadOnlyCollection<CompanyList>? only = null)
    {
        if (_refusal is { } refusal)
        {
            _missing.Refused("employments", refusal);
        }

        foreach ((CompanyList list, string words, Func<Employment, string?> idOf) in s_lists
            .Where(part => only?.Contains(part.List) != false))
        {
            string[] ids = [.. employments.Select(idOf).OfType<string>().Distinct()];
            if (ids.Length > 0 && !_names.ContainsKey(list))
            {
                _names[list] = Read(words, token => command.Client.NamesAsync(list, token))?
                    .Where(entry => entry.IsNamed)
                    .DistinctBy(entry => entry.Id)
                    .ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);
            }

            if (ids.Length > 0 && _names[list] is { } names)
            {
                _missing.Unknown(words, ids.Where(id => !names.ContainsKey(id)));
            }
        }

        if (only is null)
        {
            FindSupervisors(employments);
        }
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

    /// <summary>The name that was found for an entry of a list; null where there is none.</summary>
    public string? NameOf(CompanyList list, string? id) => id is null
        ? null
        : _names.GetValueOrDefault(list)?.GetValueOrDefault(id);

    private string? SupervisorOf(Employment employment) => employment.SupervisorId is { } id
        ? _supervisors.GetValueOrDefault(id)
        : null;

    private void FindSupervisors(IReadOnlyList<Employment> employments)
    {
        string[] ids = [.. employments.Select(employment => employment.SupervisorId).OfType<string>().Distinct()
            .Where(id => !_supervisors.ContainsKey(id))];
        if (_areSupervisorsGivenUp || ids.Length == 0)
        {
            return;
        }

        if (Read("supervisors", token => command.Client.PersonNamesAsync(ids, token)) is { } found)
        {
            foreach ((string id, PersonName name) in found)
            {
                _supervisors[id] = name.DisplayName;
            }

            _missing.Unknown("supervisors", ids.Where(id => _supervisors.GetValueOrDefault(id) is null));
        }
        else
        {
            _areSupervisorsGivenUp = true;
        }
    }

    private T? Read<T>(string what, Func<CancellationToken, Task<T>> read)
        where T : class
    {
        try
        {
            return command.Await(read);
        }
        catch (PersonioException fault)
        {
            _missing.Refused(what, fault);
            return null;
        }
    }
}

using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Fetches the current employments of persons and resolves their IDs to names. A name that cannot be read is null, and
/// an error is reported once per reason.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="hasCostCenters">True to resolve the names of cost centers as well.</param>
internal sealed class EmploymentNames(ConnectedCmdletBase command, bool hasCostCenters)
{
    private static readonly (ICompanyList List, Func<Employment, IEnumerable<string?>> IdsOf)[] s_lists =
    [
        (CompanyLists.Departments, employment => [employment.DepartmentId]),
        (CompanyLists.Teams, employment => [employment.TeamId]),
        (CompanyLists.Workplaces, employment => [employment.WorkplaceId]),
        (CompanyLists.LegalEntities, employment => [employment.LegalEntityId]),
        (CompanyLists.CostCenters, employment => employment.CostCenters.Select(share => share.CostCenterId)),
    ];

    private readonly MissingNames _missing = new(command);
    private readonly Dictionary<ICompanyList, IReadOnlyDictionary<string, string>?> _names = [];
    private readonly Dictionary<string, PersonName?> _supervisors = new(StringComparer.Ordinal);
    private volatile PersonioException? _accessError;
    private bool _hasSupervisorLookupFailed;

    /// <summary>
    /// Fetches the current employment of a person; null if the person has none or Personio does not show it.
    /// </summary>
    /// <exception cref="PersonioException">
    /// The employments could not be read for a reason other than missing permissions.
    /// </exception>
    public async Task<Employment?> FetchAsync(Person person, CancellationToken cancellationToken)
    {
        if (_accessError is not null || person.PersonId is null)
        {
            return null;
        }

        try
        {
            return CurrentEmployment.Find(await command.Client.ListAllAsync<Employment>(
                Endpoints.ListEmployments.For(person.PersonId), cancellationToken).ConfigureAwait(false));
        }
        catch (PersonioException fault) when (fault is { Kind: ErrorKind.AccessDenied, StatusCode: not 404 })
        {
            _accessError = fault;
            return null;
        }
    }

    /// <summary>
    /// The error if employments may not be read; null if they could be read, or were not requested yet.
    /// </summary>
    public PersonioException? Refusal => _accessError;

    /// <summary>Looks up the names that these employments need and that are still unknown.</summary>
    public void Find(IReadOnlyList<Employment> employments)
    {
        Find(employments, [.. (hasCostCenters ? s_lists : s_lists[..^1]).Select(part => part.List)]);
        FindSupervisors(employments);
    }

    /// <summary>Looks up the names from certain lists only.</summary>
    public void Find(IReadOnlyList<Employment> employments, IReadOnlyCollection<ICompanyList> lists)
    {
        if (_accessError is { } refusal)
        {
            _missing.ReportRefused("employments", refusal);
        }

        foreach ((ICompanyList list, Func<Employment, IEnumerable<string?>> idsOf) in
            s_lists.Where(part => lists.Contains(part.List)))
        {
            string[] ids = [.. employments.SelectMany(idsOf).OfType<string>().Distinct()];
            if (ids.Length > 0 && !_names.ContainsKey(list))
            {
                _names[list] = Read(list.PluralWords, token => command.Client.GetNamesByIdAsync(list, token));
            }

            if (ids.Length > 0 && _names[list] is { } names)
            {
                _missing.ReportUnknown(list.PluralWords, ids.Where(id => !names.ContainsKey(id)));
            }
        }
    }

    /// <summary>Looks up the names of supervisors only; one request covers fifty unknown supervisors.</summary>
    public void FindSupervisors(IReadOnlyList<Employment> employments)
    {
        string[] ids = [.. employments.Select(employment => employment.SupervisorId).OfType<string>().Distinct()
            .Where(id => !_supervisors.ContainsKey(id))];
        if (_hasSupervisorLookupFailed || ids.Length == 0)
        {
            return;
        }

        if (Read("supervisors", token => command.Client.Persons.GetNamesAsync(ids, token)) is { } found)
        {
            foreach ((string id, PersonName name) in found)
            {
                _supervisors[id] = name;
            }

            _missing.ReportUnknown(
                "supervisors", ids.Where(id => _supervisors.GetValueOrDefault(id)?.DisplayName is null));
        }
        else
        {
            _hasSupervisorLookupFailed = true;
        }
    }

    /// <summary>The name of an entry of a list; null if it cannot be read.</summary>
    public string? NameOf(ICompanyList list, string? id) => id is null
        ? null
        : _names.GetValueOrDefault(list)?.GetValueOrDefault(id);

    /// <summary>
    /// The supervisor of an employment; null if the employment has none or the supervisor cannot be read.
    /// </summary>
    public PersonName? SupervisorOf(Employment employment) => employment.SupervisorId is { } id
        ? _supervisors.GetValueOrDefault(id)
        : null;

    private T? Read<T>(string what, Func<CancellationToken, Task<T>> read)
        where T : class
    {
        try
        {
            return command.Await(read);
        }
        catch (PersonioException fault)
        {
            _missing.ReportRefused(what, fault);
            return null;
        }
    }
}

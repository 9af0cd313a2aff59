using Personio.Models;

namespace Personio.Client;

/// <summary>
/// The names in the lists of the company, by id. Each list is fetched when its first name is needed, at most once in
/// ten minutes, and shared by all who use the session.
/// </summary>
internal sealed class CompanyNames(TimeProvider time)
{
    private readonly SharedValue<IReadOnlyDictionary<string, string>>[] _lists =
        [.. Enum.GetValues<CompanyList>().Select(_ => new SharedValue<IReadOnlyDictionary<string, string>>(
            time, TimeSpan.FromMinutes(10)))];

    /// <summary>The names of a list.</summary>
    /// <exception cref="PersonioException">The list could not be read.</exception>
    public ValueTask<IReadOnlyDictionary<string, string>> OfAsync(
        CompanyList list, PersonioClient client, CancellationToken cancellationToken) =>
        _lists[(int)list].GetAsync(token => ReadAsync(list, client, token), cancellationToken);

    private static Task<IReadOnlyDictionary<string, string>> ReadAsync(
        CompanyList list, PersonioClient client, CancellationToken cancellationToken)
    {
        return list switch
        {
            CompanyList.Workplace => NamesAsync<Workplace>(
                Endpoints.ListWorkplaces.For(), place => (place.WorkplaceId, place.Name)),
            CompanyList.LegalEntity => NamesAsync<LegalEntity>(
                Endpoints.ListLegalEntities.For(), entity => (entity.LegalEntityId, entity.Name)),
            CompanyList.Department => NamesAsync<OrgUnit>(
                Endpoints.ListOrgUnits.For().With("type", "department"), unit => (unit.OrgUnitId, unit.Name)),
            _ => NamesAsync<OrgUnit>(
                Endpoints.ListOrgUnits.For().With("type", "team"), unit => (unit.OrgUnitId, unit.Name)),
        };

        async Task<IReadOnlyDictionary<string, string>> NamesAsync<T>(
            ApiRequest request, Func<T, (string? Id, string? Name)> read)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            await foreach (T row in client.ListAsync<T>(request, null, cancellationToken).ConfigureAwait(false))
            {
                if (read(row) is ({ } id, { } name))
                {
                    names[id] = name;
                }
            }

            return names;
        }
    }
}

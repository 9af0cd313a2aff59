using Personio.Client;

using Personio.Models;

namespace Personio;

/// <summary>
/// The existing periods of some persons in a range of days, read with one request of each listing for all persons. If
/// that is rejected, or the rows do not name their persons, each person is requested separately.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="listings">The listings with all filters except the persons; a period may be in several of them.</param>
internal sealed class ExistingPeriods<T>(PersonioClient client, IReadOnlyList<ApiRequest> listings)
    where T : ApiObject, IPersonRow<T>
{
    private readonly Dictionary<string, Task<IReadOnlyList<T>>> _byPerson = [];
    private Task<ILookup<string?, T>?>? _batch;

    /// <summary>Starts reading, so that the response is available when needed.</summary>
    /// <param name="persons">The persons, at most as many as a filter accepts.</param>
    /// <param name="token">Cancels the request.</param>
    public void Start(IEnumerable<string> persons, CancellationToken token) => _batch = ListBatchAsync(
        [.. persons.Where(person => ApiRequest.RefusalOf(person) is null).Distinct(StringComparer.Ordinal)], token);

    /// <summary>The periods of one of the persons. A failed read throws for each call.</summary>
    /// <exception cref="PersonioException">The periods could not be read.</exception>
    public async Task<IReadOnlyList<T>> GetAsync(string person, CancellationToken token)
    {
        if (ApiRequest.RefusalOf(person) is { } refusal)
        {
            throw refusal;
        }

        if (await _batch!.ConfigureAwait(false) is { } together)
        {
            return [.. together[person]];
        }

        if (!_byPerson.TryGetValue(person, out Task<IReadOnlyList<T>>? alone))
        {
            _byPerson[person] = alone = ListAsync([person], token);
        }

        return await alone.ConfigureAwait(false);
    }

    private async Task<ILookup<string?, T>?> ListBatchAsync(string[] persons, CancellationToken token)
    {
        try
        {
            IReadOnlyList<T> rows = persons.Length == 0 ? [] : await ListAsync(persons, token).ConfigureAwait(false);
            return rows.All(row => row.PersonId is not null)
                ? rows.ToLookup(row => row.PersonId, StringComparer.Ordinal)
                : null;
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.InvalidRequest && persons.Length > 1)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<T>> ListAsync(string[] persons, CancellationToken token)
    {
        IReadOnlyList<T>[] lists = await Task.WhenAll(listings.Select(listing =>
            client.ListStrictAsync<T>(listing.WithAny("person.id", persons), token))).ConfigureAwait(false);
        return lists is [var only]
            ? only
            : [.. lists.SelectMany(rows => rows).DistinctBy(row => row.GetId() ?? (object)row)];
    }
}

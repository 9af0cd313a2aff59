namespace Personio.Client;

/// <summary>
/// Gets objects by id, many per request. An id that Personio rejects as malformed does not affect the others.
/// </summary>
/// <param name="client">Sends the requests.</param>
/// <param name="listing">A listing with a filter <c>id</c>.</param>
internal sealed class BatchGet<T>(PersonioClient client, Endpoint listing)
    where T : ApiObject
{
    /// <summary>Gets the objects with some ids, with as many sequential requests as needed.</summary>
    /// <exception cref="PersonioException">A request failed as a whole; no further requests were sent.</exception>
    public async Task<LookupResult<T>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        LookupResult<T> found = LookupResult<T>.From([]);
        var good = new List<string>();
        foreach (string id in ids.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (ApiRequest.RefusalOf(id) is { } refusal)
            {
                found = found.And(LookupResult<T>.Refusal(id, refusal));
            }
            else
            {
                good.Add(id);
            }
        }

        foreach (string[] batch in good.Chunk(listing.MaxIdsPerRequest))
        {
            found = found.And(await ReadPartsAsync(batch, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    private async Task<LookupResult<T>> ReadPartsAsync(string[] ids, CancellationToken cancellationToken)
    {
        LookupResult<T> found = LookupResult<T>.From([]);
        var parts = new Halving<string>(ids);
        while (parts.TryTake(out string[]? batch))
        {
            try
            {
                found = found.And(await ReadAsync(batch, cancellationToken).ConfigureAwait(false));
            }
            catch (PersonioException fault) when (fault.Kind == ErrorKind.InvalidRequest)
            {
                found = parts.TrySplit(batch) ? found : found.And(LookupResult<T>.Refusal(batch[0], fault));
            }
        }

        return found;
    }

    private async Task<LookupResult<T>> ReadAsync(string[] ids, CancellationToken cancellationToken)
    {
        var unreadable = new List<PersonioException>();
        IReadOnlyList<T> rows = await client.ReportingTo(unreadable.Add).ListAllAsync<T>(
            listing.For().WithAny("id", ids), cancellationToken).ConfigureAwait(false);
        unreadable.Where(fault => fault.RowId is null).ToList().ForEach(client.Log.Unreadable);
        return unreadable.Where(fault => fault.RowId is not null).Aggregate(
            LookupResult<T>.From(rows), (found, fault) => found.And(LookupResult<T>.Refusal(fault.RowId!, fault)));
    }
}

namespace Personio.Client;

/// <summary>
/// Finds objects by their ids with one request for many. An id that Personio finds malformed does not spoil the others:
/// the batch is halved until it stands alone.
/// </summary>
/// <param name="client">Sends the requests.</param>
/// <param name="listing">A listing with a filter <c>id</c>.</param>
internal sealed class BatchGet<T>(PersonioClient client, Endpoint listing)
    where T : ApiObject
{
    /// <summary>What comes back for some ids, at most as many as a page takes.</summary>
    /// <exception cref="PersonioException">The request failed as a whole.</exception>
    public async Task<LookupResult<T>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        string[] distinct = [.. ids.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (distinct.Length == 0)
        {
            // Without the filter the listing would give everything.
            return LookupResult<T>.From([]);
        }

        if (distinct.FirstOrDefault(id => ApiRequest.RefusalOf(id) is not null) is { } bad)
        {
            LookupResult<T> others =
                await FindAsync([.. distinct.Where(id => id != bad)], cancellationToken).ConfigureAwait(false);
            return others.And(LookupResult<T>.Refusal(bad, ApiRequest.RefusalOf(bad)!));
        }

        try
        {
            var unreadable = new List<PersonioException>();
            IReadOnlyList<T> rows = await client.Telling(unreadable.Add).ListAllAsync<T>(
                listing.For().WithAny("id", distinct), cancellationToken).ConfigureAwait(false);
            unreadable.Where(fault => fault.RowId is null).ToList().ForEach(client.Log.Unreadable);
            return unreadable.Where(fault => fault.RowId is not null).Aggregate(
                LookupResult<T>.From(rows), (found, fault) => found.And(LookupResult<T>.Refusal(fault.RowId!, fault)));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.InvalidRequest)
        {
            if (distinct.Length == 1)
            {
                return LookupResult<T>.Refusal(distinct[0], fault);
            }

            int half = distinct.Length / 2;
            LookupResult<T> one = await FindAsync(distinct[..half], cancellationToken).ConfigureAwait(false);
            LookupResult<T> other = await FindAsync(distinct[half..], cancellationToken).ConfigureAwait(false);
            return one.And(other);
        }
    }
}

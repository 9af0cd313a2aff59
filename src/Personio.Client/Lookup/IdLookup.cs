namespace Personio.Client;

/// <summary>
/// Finds objects by their ids with one request for many. An id that Personio finds malformed does not spoil the others:
/// the batch is halved until it stands alone.
/// </summary>
/// <param name="client">Sends the requests.</param>
/// <param name="listing">A listing with a filter <c>id</c>.</param>
internal sealed class IdLookup<T>(PersonioClient client, Endpoint listing)
    where T : ApiObject
{
    /// <summary>What comes back for some ids, at most as many as a page takes.</summary>
    /// <exception cref="PersonioException">The request failed as a whole.</exception>
    public async Task<Found<T>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        string[] distinct = [.. ids.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (distinct.Length == 0)
        {
            // Without the filter the listing would give everything.
            return Found<T>.Of([]);
        }

        if (distinct.FirstOrDefault(id => ApiRequest.RefusalOf(id) is not null) is { } bad)
        {
            Found<T> others =
                await FindAsync([.. distinct.Where(id => id != bad)], cancellationToken).ConfigureAwait(false);
            return others.And(Found<T>.Refusal(bad, ApiRequest.RefusalOf(bad)!));
        }

        try
        {
            var unreadable = new List<PersonioException>();
            IReadOnlyList<T> rows = await client.Telling(unreadable.Add).ListAllAsync<T>(
                listing.For().WithAny("id", distinct), cancellationToken).ConfigureAwait(false);
            unreadable.Where(fault => fault.RowId is null).ToList().ForEach(client.Log.Unreadable);
            return unreadable.Where(fault => fault.RowId is not null).Aggregate(
                Found<T>.Of(rows), (found, fault) => found.And(Found<T>.Refusal(fault.RowId!, fault)));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.InvalidRequest)
        {
            if (distinct.Length == 1)
            {
                return Found<T>.Refusal(distinct[0], fault);
            }

            int half = distinct.Length / 2;
            Found<T> one = await FindAsync(distinct[..half], cancellationToken).ConfigureAwait(false);
            Found<T> other = await FindAsync(distinct[half..], cancellationToken).ConfigureAwait(false);
            return one.And(other);
        }
    }
}

using System.Runtime.CompilerServices;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Lists compensations within Personio's limits: all persons in one request, one such request at a time. If Personio
/// rejects a request as too large, the listing continues in batches of persons; rows returned before the rejection are
/// then repeated.
/// </summary>
/// <param name="client">Sends the requests.</param>
/// <param name="turns">What the session has learned about such requests.</param>
/// <param name="first">The maximum number of rows; null for all.</param>
internal sealed class CompensationListing<T>(PersonioClient client, CompensationTurns turns, int? first)
{
    private const string PersonFilter = "person.id";

    // Keeps the URL well below the length that gateways accept.
    private const int BatchSize = 50;

    private const int TooLargeStatus = 422;

    /// <summary>Returns the rows of a listing with the filters of the request.</summary>
    public async IAsyncEnumerable<T> ReadAsync(
        ApiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[]? persons = PersonsOf(request);
        PersonioException? refusal = null;
        if (persons is null ? !turns.IsAllTooLarge : persons.Length <= turns.MaxPersons)
        {
            bool hasStarted = false;
            IAsyncEnumerator<T> rows = client
                .PagesAsync<T>(request, first, persons is null ? turns.Lock : null, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            await using (rows.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await rows.MoveNextAsync().ConfigureAwait(false))
                        {
                            yield break;
                        }
                    }
                    catch (PersonioException fault)
                        when (fault.StatusCode == TooLargeStatus && CanSplit(persons, hasStarted))
                    {
                        refusal = fault;
                        break;
                    }

                    hasStarted = true;
                    yield return rows.Current;
                }
            }
        }

        await foreach (T row in SplitAsync(request, persons, refusal, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    private static string[]? PersonsOf(ApiRequest request) => request.Query
        .Where(pair => pair.Key == PersonFilter)
        .Select(pair => pair.Value.Split(','))
        .FirstOrDefault();

    // Raw rows cannot be deduplicated, so a listing of them is not restarted once rows have been returned.
    private static bool CanSplit(string[]? persons, bool hasStarted) =>
        persons is not { Length: < 2 } && (!hasStarted || typeof(T) == typeof(Compensation));

    private async IAsyncEnumerable<T> SplitAsync(
        ApiRequest request, string[]? persons, PersonioException? refusal,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (persons is null)
        {
            turns.IsAllTooLarge = true;
        }
        else if (refusal is not null)
        {
            turns.RecordTooLarge(persons.Length);
        }

        string[] requested = persons ?? await ReadAllIdsAsync(refusal, cancellationToken).ConfigureAwait(false);
        foreach (string[] part in requested.Chunk(Math.Min(BatchSize, turns.MaxPersons)))
        {
            ApiRequest narrower = request with
            {
                Query = request.Query.RemoveAll(pair => pair.Key == PersonFilter),
            };
            await foreach (T row in ReadAsync(narrower.WithAny(PersonFilter, part), cancellationToken)
                .ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private async Task<string[]> ReadAllIdsAsync(PersonioException? refusal, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ReadCachedAsync("PersonIds", ReadIdsAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (PersonioException fault) when (refusal is not null && fault.Kind == ErrorKind.AccessDenied)
        {
            // A credential without access to persons has to name them, as Personio's first error says.
            throw refusal;
        }
    }

    private async Task<string[]> ReadIdsAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Person> all = await client.ListAllAsync<Person>(Endpoints.ListPersons.For(), cancellationToken)
            .ConfigureAwait(false);
        return [.. all.Select(person => person.PersonId).OfType<string>()];
    }
}

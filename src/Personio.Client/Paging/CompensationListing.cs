using System.Runtime.CompilerServices;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Lists compensations within Personio's limits: one request for all persons at a time, and by batches of persons where
/// Personio stops a request because it asks for too much. What came before it was stopped comes again then.
/// </summary>
/// <param name="client">Sends the requests.</param>
/// <param name="turns">What the session knows of such requests.</param>
/// <param name="first">How many rows at most; null for all.</param>
internal sealed class CompensationListing<T>(PersonioClient client, CompensationTurns turns, int? first)
{
    private const string PersonFilter = "person.id";

    // Well below the length of line that gateways take.
    private const int Size = 50;

    private const int TooMuch = 422;

    /// <summary>The rows of a listing with its filters.</summary>
    public async IAsyncEnumerable<T> ReadAsync(
        ApiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[]? persons = PersonsOf(request);
        PersonioException? refusal = null;
        if (persons is null ? !turns.IsAllTooMuch : persons.Length <= turns.MostPersons)
        {
            bool isBegun = false;
            IAsyncEnumerator<T> rows = client
                .PagesAsync<T>(request, first, persons is null ? turns.OneAtATime : null, cancellationToken)
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
                    catch (PersonioException fault) when (fault.StatusCode == TooMuch && MaySplit(persons, isBegun))
                    {
                        refusal = fault;
                        break;
                    }

                    isBegun = true;
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

    // Raw rows cannot be told apart, so none may come twice.
    private static bool MaySplit(string[]? persons, bool isBegun) =>
        persons is not { Length: < 2 } && (!isBegun || typeof(T) == typeof(Compensation));

    private async IAsyncEnumerable<T> SplitAsync(
        ApiRequest request, string[]? persons, PersonioException? refusal,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (persons is null)
        {
            turns.IsAllTooMuch = true;
        }
        else if (refusal is not null)
        {
            turns.TooMuch(persons.Length);
        }

        string[] asked = persons ?? await EverybodyAsync(refusal, cancellationToken).ConfigureAwait(false);
        foreach (string[] part in asked.Chunk(Math.Min(Size, turns.MostPersons)))
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

    private async Task<string[]> EverybodyAsync(PersonioException? refusal, CancellationToken cancellationToken)
    {
        try
        {
            return await client.KeptAsync("PersonIds", ReadIdsAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (PersonioException fault) when (refusal is not null && fault.Kind == ErrorKind.AccessDenied)
        {
            // Who may not read persons has to name them; Personio's first refusal says so.
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

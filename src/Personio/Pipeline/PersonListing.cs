using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Collects persons and lists their rows with one request for many, through the <c>person.id</c> filter. The output has
/// the order of the persons.
/// </summary>
/// <typeparam name="T">The type of the rows.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="requests">
/// Creates the requests with all filters except the persons; each batch sends all of them.
/// </param>
/// <param name="write">Writes a row; returns false if no more rows are wanted.</param>
internal sealed class PersonListing<T>(
    ConnectedCmdletBase command, Func<IEnumerable<ApiRequest>> requests, Func<T, bool> write)
    where T : ApiObject, IPersonRow<T>
{
    private bool _isLimitReached;

    /// <summary>
    /// Adds what the listings of a batch may omit; null if they are complete. It receives a client, because the
    /// cmdlet's own is for the pipeline thread; the rows; and the IDs of the persons.
    /// </summary>
    public Func<PersonioClient, IReadOnlyList<T>, string[], CancellationToken, Task<IReadOnlyList<T>>>? Complete
    {
        get;
        init;
    }

    private Batch<RequestedId> Waiting => field ??= new(Endpoints.ListPersons.MaxIdsPerRequest, List);

    /// <summary>Adds the persons of an input; a full batch is requested.</summary>
    public void Add(IEnumerable<RequestedId> persons)
    {
        foreach (RequestedId person in persons)
        {
            Waiting.Add(person);
        }
    }

    /// <summary>Requests the remaining persons.</summary>
    public void Flush() => Waiting.Flush();

    private void List(RequestedId[] requested)
    {
        if (_isLimitReached)
        {
            return;
        }

        string[] ids =
        [
            .. requested.Select(person => person.Id)
                .Where(id => ApiRequest.RefusalOf(id) is null)
                .Distinct(StringComparer.Ordinal),
        ];
        command.Enqueue(
            requested.Length == 1 ? requested[0].Target : ids,
            token => ids.Length == 0
                ? Task.FromResult<IReadOnlyList<T>>([])
                : ListAsync(ids, token),
            rows => Write(requested, rows));
    }

    // The requests run concurrently; the rate limiter paces them.
    private async Task<IReadOnlyList<T>> ListAsync(string[] ids, CancellationToken token)
    {
        // Read on the pipeline thread: after an await, this code may run on another thread.
        PersonioClient client = command.Client;
        IReadOnlyList<T>[] lists = await Task.WhenAll(requests().Select(request =>
            client.ListAllAsync<T>(request.WithAny("person.id", ids), token))).ConfigureAwait(false);
        IReadOnlyList<T> all = lists.Length == 1 ? lists[0] : [.. lists.SelectMany(rows => rows)];
        return Complete is null ? all : await Complete(client, all, ids, token).ConfigureAwait(false);
    }

    private void Write(RequestedId[] requested, IReadOnlyList<T> rows)
    {
        // A row without a person matches none of the requested persons, but must not be lost.
        ILookup<string, T> byPerson = rows.ToLookup(row => row.PersonId ?? "", StringComparer.Ordinal);
        HashSet<string> left = [.. byPerson.Select(person => person.Key)];
        foreach (RequestedId one in requested)
        {
            (string id, object target) = one;
            if ((one.Fault ?? ApiRequest.RefusalOf(id)) is { } refusal)
            {
                command.WriteError(Errors.CreateRecord(refusal, "Person", target));
            }
            else if (left.Remove(id))
            {
                WriteAll(byPerson[id]);
            }
        }

        WriteAll(left.SelectMany(id => byPerson[id]));
    }

    private void WriteAll(IEnumerable<T> rows)
    {
        foreach (T row in rows)
        {
            if (_isLimitReached || !write(row))
            {
                _isLimitReached = true;
                return;
            }
        }
    }
}

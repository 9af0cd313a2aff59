using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Collects persons and lists what is theirs with one request for many, through the filter <c>person.id</c>. Output
/// comes in the order of the persons.
/// </summary>
/// <typeparam name="T">The type of the rows.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="requests">Makes the requests with all filters but the persons; all of them are sent for each batch.</param>
/// <param name="write">Writes a row; false when no more rows are wanted.</param>
internal sealed class PersonListing<T>(
    ConnectedCmdletBase command, Func<IEnumerable<ApiRequest>> requests, Func<T, bool> write)
    where T : ApiObject, IPersonRow<T>
{
    private bool _isEnough;

    /// <summary>
    /// Adds what the listings of some persons may lack; null where they lack nothing. It gets a client, because the
    /// cmdlet's own is for the pipeline thread; the rows; and the ids of the persons.
    /// </summary>
    public Func<PersonioClient, IReadOnlyList<T>, string[], CancellationToken, Task<IReadOnlyList<T>>>? Complete { get; init; }

    private Batch<AskedId> Waiting => field ??= new(Endpoints.ListPersons.MaxIdsPerRequest, List);

    /// <summary>Adds the persons of an input; a full batch is asked for.</summary>
    public void Add(IEnumerable<AskedId> persons)
    {
        foreach (AskedId person in persons)
        {
            Waiting.Add(person);
        }
    }

    /// <summary>Asks for what is left.</summary>
    public void Flush() => Waiting.Flush();

    private void List(AskedId[] asked)
    {
        if (_isEnough)
        {
            return;
        }

        string[] ids =
        [
            .. asked.Select(person => person.Id)
                .Where(id => ApiRequest.RefusalOf(id) is null)
                .Distinct(StringComparer.Ordinal),
        ];
        command.Prefetch(
            asked.Length == 1 ? asked[0].Target : ids,
            token => ids.Length == 0
                ? Task.FromResult<IReadOnlyList<T>>([])
                : ListAsync(ids, token),
            rows => Write(asked, rows));
    }

    // Side by side; the rate limiter holds back what would be too much.
    private async Task<IReadOnlyList<T>> ListAsync(string[] ids, CancellationToken token)
    {
        // Here, on the pipeline thread: after a wait there may be another.
        PersonioClient client = command.Client;
        IReadOnlyList<T>[] lists = await Task.WhenAll(requests().Select(request =>
            client.ListAllAsync<T>(request.WithAny("person.id", ids), token))).ConfigureAwait(false);
        IReadOnlyList<T> all = lists.Length == 1 ? lists[0] : [.. lists.SelectMany(rows => rows)];
        return Complete is null ? all : await Complete(client, all, ids, token).ConfigureAwait(false);
    }

    private void Write(AskedId[] asked, IReadOnlyList<T> rows)
    {
        // A row that does not name its person stands under none of those asked for. It must not be lost.
        ILookup<string, T> byPerson = rows.ToLookup(row => row.PersonId ?? "", StringComparer.Ordinal);
        HashSet<string> left = [.. byPerson.Select(person => person.Key)];
        foreach (AskedId one in asked)
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
            if (_isEnough || !write(row))
            {
                _isEnough = true;
                return;
            }
        }
    }
}

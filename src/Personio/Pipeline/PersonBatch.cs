using Personio.Client;

namespace Personio;

/// <summary>
/// Collects persons and lists what is theirs with one request for many, through the filter <c>person.id</c>. Output
/// comes in the order of the persons.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="requests">Makes the requests with their other filters; all of them are sent for each batch.</param>
/// <param name="personOf">The person a row belongs to.</param>
/// <param name="write">Writes a row; false when no more rows are wanted.</param>
/// <param name="complete">Adds what the listings of a batch may lack; null where they lack nothing.</param>
internal sealed class PersonBatch<T>(
    ConnectedCmdletBase command, Func<IEnumerable<ApiRequest>> requests, Func<T, string?> personOf, Func<T, bool> write,
    Func<PersonioClient, IReadOnlyList<T>, string[], CancellationToken, Task<IReadOnlyList<T>>>? complete = null)
    where T : ApiObject
{
    // Well below the length of line that gateways take.
    private const int Size = 50;

    private readonly List<AskedId> _asked = [];
    private bool _isEnough;

    /// <summary>Adds persons; a full batch is asked for.</summary>
    public void Add(IEnumerable<AskedId> persons)
    {
        foreach (AskedId person in persons)
        {
            _asked.Add(person);
            if (_asked.Count == Size)
            {
                Flush();
            }
        }
    }

    /// <summary>Asks for what is left.</summary>
    public void Flush()
    {
        if (_asked.Count == 0 || _isEnough)
        {
            _asked.Clear();
            return;
        }

        AskedId[] asked = [.. _asked];
        _asked.Clear();
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

    // Side by side; the rate gate holds back what would be too much.
    private async Task<IReadOnlyList<T>> ListAsync(string[] ids, CancellationToken token)
    {
        // Here, on the pipeline thread: after a wait there may be another.
        PersonioClient client = command.Client;
        IReadOnlyList<T>[] lists = await Task.WhenAll(requests().Select(request =>
            client.ListAllAsync<T>(request.WithAny("person.id", ids), token))).ConfigureAwait(false);
        IReadOnlyList<T> all = lists.Length == 1 ? lists[0] : [.. lists.SelectMany(rows => rows)];
        return complete is null ? all : await complete(client, all, ids, token).ConfigureAwait(false);
    }

    private void Write(AskedId[] asked, IReadOnlyList<T> rows)
    {
        // A row that does not name its person stands under none of those asked for. It must not be lost.
        ILookup<string, T> byPerson = rows.ToLookup(row => personOf(row) ?? "", StringComparer.Ordinal);
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

using System.Management.Automation;

namespace Personio;

/// <summary>
/// Lists the children of objects, such as the balances of persons, with one listing per owner. Listings run
/// concurrently; the output keeps the order of the input.
/// </summary>
/// <typeparam name="T">The type of the rows.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="owner">The type of the owner, for example Person if -PersonId names the owners.</param>
/// <param name="write">Writes a row.</param>
internal sealed class ChildListing<T>(ConnectedCmdletBase command, string owner, Action<T> write)
    where T : ApiObject
{
    /// <summary>Creates the request for one owner, with the filters of the cmdlet.</summary>
    public required Func<string, ApiRequest> Request { get; init; }

    /// <summary>
    /// Selects the wanted rows of one owner and adds what the response omits, at least the owner. It receives the rows,
    /// the ID of the owner, and the piped object, which is null if nothing was piped.
    /// </summary>
    public required Func<IReadOnlyList<T>, string, PSObject?, IEnumerable<T>> Complete { get; init; }

    /// <summary>Lists the rows of the owners in one input.</summary>
    /// <param name="owners">The owners; null if neither owners nor input were given, which is an error.</param>
    /// <param name="input">The piped object; null if none was piped.</param>
    /// <param name="hint">An example of what to pipe, for that error.</param>
    public void Add(IReadOnlyList<RequestedId>? owners, PSObject? input, string hint)
    {
        if (owners is null)
        {
            command.TryRun(null, () => throw PersonioException.Invalid($"Specify -{owner}Id, or pipe {hint}."));
            return;
        }

        foreach (RequestedId requested in owners)
        {
            // The rows arrive later, when the cmdlet may already be at the next input.
            command.Enqueue(
                requested.Target,
                token => command.Client.ListAllAsync<T>(Request(requested.IdOrThrow), token),
                rows => Write(Complete(rows, requested.Id, input)),
                noun: owner);
        }
    }

    private void Write(IEnumerable<T> rows)
    {
        foreach (T row in rows)
        {
            write(row);
        }
    }
}

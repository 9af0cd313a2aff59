using System.Management.Automation;

namespace Personio;

/// <summary>
/// Lists what belongs to something, such as the balances of a person: one listing for each owner named. Many run at the
/// same time; the order of the output is the order of the input.
/// </summary>
/// <typeparam name="T">The type of the rows.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="owner">What owns the rows: Person, where -PersonId names the owners.</param>
/// <param name="write">Writes a row.</param>
internal sealed class ChildListing<T>(ConnectedCmdletBase command, string owner, Action<T> write)
    where T : ApiObject
{
    /// <summary>The listing of one owner, with the filters of the cmdlet.</summary>
    public required Func<string, ApiRequest> Request { get; init; }

    /// <summary>
    /// The rows of one owner that are wanted, with what their answer leaves out: at least whose they are. It gets the
    /// rows, the id of the owner, and the object that named it, which is null where nothing was piped.
    /// </summary>
    public required Func<IReadOnlyList<T>, string, PSObject?, IEnumerable<T>> Complete { get; init; }

    /// <summary>Lists the rows of the owners of one input.</summary>
    /// <param name="owners">The owners; null where neither owners nor input were given, which is an error.</param>
    /// <param name="input">The piped object; null where none was.</param>
    /// <param name="hint">What to pipe, as an example, where no owner was named.</param>
    public void Add(IReadOnlyList<AskedId>? owners, PSObject? input, string hint)
    {
        if (owners is null)
        {
            command.TryRun(null, () => throw PersonioException.Invalid($"Specify -{owner}Id, or pipe {hint}."));
            return;
        }

        foreach (AskedId asked in owners)
        {
            // The rows come later, when the next input may be at hand.
            command.Prefetch(
                asked.Target,
                token => command.Client.ListAllAsync<T>(Request(asked.Required), token),
                rows => Write(Complete(rows, asked.Id, input)),
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

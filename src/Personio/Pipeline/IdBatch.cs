using Personio.Client;

namespace Personio;

/// <summary>
/// Collects ids and gets their objects with one request for many, through the <c>id</c> filter of a listing. Output
/// comes in the order asked, once for each time an id was asked for; an id that does not come back is that id's error.
/// </summary>
internal sealed class IdBatch<T>(ConnectedCmdletBase command, Endpoint listing, string noun, Action<T> write)
    where T : ApiObject
{
    private Batch<AskedId> Waiting => field ??= new(listing.MaxIdsPerRequest, Get);

    /// <summary>Adds ids; a full batch is asked for.</summary>
    public void Add(IEnumerable<AskedId> asked)
    {
        foreach (AskedId one in asked)
        {
            Waiting.Add(one);
        }
    }

    /// <summary>Asks for what is left.</summary>
    public void Flush() => Waiting.Flush();

    private void Get(AskedId[] asked)
    {
        string[] ids = [.. asked.Where(one => one.Fault is null).Select(one => one.Id)];
        command.Prefetch(
            asked.Length == 1 ? asked[0].Target : ids,
            token => command.Client.GetManyAsync<T>(listing, ids, token),
            found => Write(asked, found));
    }

    private void Write(AskedId[] asked, LookupResult<T> found)
    {
        foreach (AskedId one in asked)
        {
            (string id, object target) = one;
            if (one.Fault is { } fault)
            {
                command.WriteError(Errors.CreateRecord(fault, noun, target));
            }
            else if (found.Rows.TryGetValue(id, out T? row))
            {
                write(row);
            }
            else
            {
                command.WriteError(found.Refused.TryGetValue(id, out PersonioException? refusal)
                    ? Errors.CreateRecord(refusal, noun, target)
                    : Errors.NotFound(noun, id, target));
            }
        }
    }
}

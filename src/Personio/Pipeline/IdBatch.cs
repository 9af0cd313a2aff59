using Personio.Client;

namespace Personio;

/// <summary>
/// Collects IDs and gets their objects with one request for many, through the <c>id</c> filter of a listing. The output
/// has the order of the requests, including duplicates; an ID that is not returned is an error of its own.
/// </summary>
internal sealed class IdBatch<T>(ConnectedCmdletBase command, Endpoint listing, string noun, Action<T> write)
    where T : ApiObject
{
    private Batch<RequestedId> Waiting => field ??= new(listing.MaxIdsPerRequest, Get);

    /// <summary>Adds IDs; a full batch is requested.</summary>
    public void Add(IEnumerable<RequestedId> requested)
    {
        foreach (RequestedId one in requested)
        {
            Waiting.Add(one);
        }
    }

    /// <summary>Requests the remaining IDs.</summary>
    public void Flush() => Waiting.Flush();

    private void Get(RequestedId[] requested)
    {
        string[] ids = [.. requested.Where(one => one.Fault is null).Select(one => one.Id)];
        command.Enqueue(
            requested.Length == 1 ? requested[0].Target : ids,
            token => command.Client.GetManyAsync<T>(listing, ids, token),
            found => Write(requested, found));
    }

    private void Write(RequestedId[] requested, LookupResult<T> found)
    {
        foreach (RequestedId one in requested)
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

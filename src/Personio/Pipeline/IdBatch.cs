using Personio.Client;

namespace Personio;

/// <summary>
/// Collects IDs and gets their objects with one request for many, through the <c>id</c> filter of a listing. The output
/// has the order of the requests, including duplicates; an ID that is not returned is an error of its own.
/// </summary>
internal sealed class IdBatch<T>(ConnectedCmdletBase command, Endpoint listing, string noun, Action<T> write)
    where T : ApiObject
{
    private Batch<AskedId> Waiting => field ??= new(listing.MaxIdsPerRequest, Get);

    /// <summary>Adds IDs; a full batch is requested.</summary>
    public void Add(IEnumerable<AskedId> asked)
    {
        foreach (AskedId one in asked)
        {
            Waiting.Add(one);
        }
    }

    /// <summary>Requests the remaining IDs.</summary>
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

using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>
/// Walks the pages of one listing. The next page is asked for when half of the present one is used: a slow consumer
/// does not wait for the network, and one that stops early causes no request for nothing.
/// </summary>
/// <param name="transport">The way of the requests.</param>
/// <param name="log">Who hears of the pages.</param>
/// <param name="first">The request of the first page.</param>
/// <param name="limit">How many rows at most; null for all.</param>
/// <param name="read">Reads a page.</param>
/// <param name="idOf">The id of a row, unique in the listing; null for rows without one.</param>
/// <param name="unreadable">Hears of each row that cannot be read; null where the log does.</param>
internal sealed class Listing<T>(
    ApiTransport transport, IActivityLog log, ApiRequest first, int? limit,
    Func<ReadOnlyMemory<byte>, Page<T>> read, Func<T, string?> idOf,
    Action<PersonioException>? unreadable = null)
{
    // Whoever has read two pages reads on, most likely.
    private const int CarefulPages = 2;

    // A filter may leave some pages without rows; a server that has no end is another thing.
    private const int MostEmptyPages = 1_000;

    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly SeenIds _seen = new();

    /// <summary>The rows, each once, until the last page or the limit.</summary>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int left = limit ?? int.MaxValue;
        if (left <= 0)
        {
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<Page<T>>? ahead = null;
        try
        {
            int pages = 0;
            int empty = 0;
            Page<T>? page = await FetchAsync(first, stop.Token).ConfigureAwait(false);
            while (page is not null)
            {
                ApiRequest? next = NextOf(page);
                Tell(page.Faults);
                empty = page.Items.Count == 0 ? empty + 1 : 0;
                if (empty == MostEmptyPages && next is not null)
                {
                    throw Fault.Unexpected(
                        first,
                        HttpStatusCode.OK,
                        null,
                        $"{MostEmptyPages} pages in a row have no rows, and no end comes");
                }

                int early = ++pages <= CarefulPages ? (page.Items.Count + 1) / 2 : 0;
                for (int i = 0; i < page.Items.Count; i++)
                {
                    // Those left may end on this page: then nothing is asked for ahead.
                    if (i >= early && ahead is null && next is not null && left > page.Items.Count - i)
                    {
                        ahead = FetchAsync(next, stop.Token);
                    }

                    if (_seen.AddRow(idOf(page.Items[i]), first.Path, log))
                    {
                        yield return page.Items[i];
                        if (--left == 0)
                        {
                            yield break;
                        }
                    }
                }

                ahead ??= next is null ? null : FetchAsync(next, stop.Token);
                page = ahead is null ? null : await ahead.ConfigureAwait(false);
                ahead = null;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await EndedAsync(ahead).ConfigureAwait(false);
        }
    }

    /// <summary>The first page alone.</summary>
    public Task<Page<T>> FirstPageAsync(CancellationToken cancellationToken) => FetchAsync(first, cancellationToken);

    private void Tell(IReadOnlyList<RowFault> faults)
    {
        foreach (RowFault fault in faults)
        {
            if (_seen.AddFault(fault.Id))
            {
                (unreadable ?? log.Unreadable)(Fault.Unreadable(first, fault));
            }
        }
    }

    // Whoever stops early leaves no request behind, and how that one ended is of no interest.
    private static async Task EndedAsync(Task<Page<T>>? ahead)
    {
        if (ahead is not null)
        {
            await ((Task)ahead).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Page<T>> FetchAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await transport.SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        try
        {
            Page<T> page = read(answer.Body);
            log.Verbose(string.Create(CultureInfo.InvariantCulture, $"{request.Path}: {page.Rows} rows."));
            return page;
        }
        catch (JsonException fault)
        {
            throw Fault.Unreadable(request, answer.Status, fault);
        }
    }

    private ApiRequest? NextOf(Page<T> page)
    {
        if (page.Next is null)
        {
            return null;
        }

        ApiRequest next = PageLink.Follow(first, page.Next, transport.BaseUri);
        return _followed.Add(next.RawQuery!)
            ? next
            : throw Fault.Unexpected(
                first,
                HttpStatusCode.OK,
                null,
                "its link to the next page was followed before, so it would go round for ever");
    }
}

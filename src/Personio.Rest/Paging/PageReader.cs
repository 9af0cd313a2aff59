using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>
/// Walks the pages of one listing. The next page is asked for when half of the present one is used: a slow consumer
/// does not wait for the network, and one that stops early causes no request for nothing.
/// </summary>
/// <param name="transport">The HTTP pipeline.</param>
/// <param name="log">Who hears of the pages.</param>
/// <param name="first">The request of the first page.</param>
/// <param name="limit">How many rows at most; null for all.</param>
/// <param name="read">Reads a page.</param>
/// <param name="idOf">The id of a row, unique in the listing; null for rows without one.</param>
/// <param name="turn">What each request waits for; null where many may be under way at once.</param>
internal sealed class PageReader<T>(
    ApiTransport transport, IActivityLog log, ApiRequest first, int? limit,
    Func<ReadOnlyMemory<byte>, Page<T>> read, Func<T, string?> idOf, SemaphoreSlim? turn = null)
{
    // Whoever has read two pages reads on, most likely.
    private const int CarefulPages = 2;

    // Rows that move while they are read stand on two pages; a server that never ends is another thing.
    private const int MostStalePages = 10;

    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly DuplicateFilter _seen = new();
    private readonly IActivityLog _log = log as RedactingLog ?? new RedactingLog(log, transport.Redactor);

    /// <summary>Adds to the rows of a page what the page itself does not tell; null where nothing is missing.</summary>
    public Func<IReadOnlyList<T>, CancellationToken, ValueTask<IReadOnlyList<T>>>? Complete { get; init; }

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
            int stale = 0;
            int? print = null;
            Page<T>? page = await FetchAsync(first, stop.Token).ConfigureAwait(false);
            while (page is not null)
            {
                ApiRequest? next = NextOf(page);
                foreach (RowFault fault in page.Faults.Where(fault => _seen.AddFault(fault.Id)))
                {
                    _log.Unreadable(ResponseErrors.Unreadable(transport.Redactor, first, fault));
                }

                int fresh = 0;
                int early = ++pages <= CarefulPages ? (page.Items.Count + 1) / 2 : 0;
                for (int i = 0; i < page.Items.Count; i++)
                {
                    // Those left may end on this page: then nothing is asked for ahead.
                    if (i >= early && ahead is null && next is not null && left > page.Items.Count - i)
                    {
                        ahead = FetchAsync(next, stop.Token);
                    }

                    if (_seen.AddRow(idOf(page.Items[i]), first.Path, _log))
                    {
                        fresh++;
                        yield return page.Items[i];
                        if (--left == 0)
                        {
                            yield break;
                        }
                    }
                }

                stale = fresh == 0 || page.Print == print ? stale + 1 : 0;
                print = page.Print;
                if (stale >= MostStalePages && next is not null)
                {
                    throw ResponseErrors.Unexpected(
                        first, HttpStatusCode.OK, null,
                        $"the last {MostStalePages} pages contained no new rows");
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
        ApiResponse answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            Page<T> page = read(answer.Body);
            page = page with { Print = PrintOf(answer.Body.Span, page.Next) };
            _log.Verbose(string.Create(CultureInfo.InvariantCulture, $"{request.Path}: {page.Rows} rows."));
            return Complete is null
                ? page
                : page with { Items = await Complete(page.Items, cancellationToken).ConfigureAwait(false) };
        }
        catch (JsonException fault)
        {
            throw ResponseErrors.Unreadable(transport.Redactor, request, answer.Status, fault);
        }
    }

    // Every page may name another cursor, so its link does not count.
    private static int PrintOf(ReadOnlySpan<byte> body, string? next)
    {
        var print = new HashCode();
        byte[] link = next is null ? [] : Encoding.UTF8.GetBytes(next);
        int at = link.Length == 0 ? -1 : body.LastIndexOf(link);
        print.AddBytes(at < 0 ? body : body[..at]);
        print.AddBytes(at < 0 ? [] : body[(at + link.Length)..]);
        return print.ToHashCode();
    }

    private Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken) => turn is null
        ? transport.SendAsync(request, _log, cancellationToken)
        : SendInTurnAsync(turn, request, cancellationToken);

    private async Task<ApiResponse> SendInTurnAsync(
        SemaphoreSlim turn, ApiRequest request, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await transport.SendAsync(request, _log, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    // A page without rows is the end: some lists link from their last page to an empty one, and from that to itself.
    private ApiRequest? NextOf(Page<T> page)
    {
        if (page.Next is null || page.Rows == 0)
        {
            return null;
        }

        ApiRequest next = PageLink.Follow(first, page.Next, transport.BaseUri);
        return _followed.Add(next.RawQuery!)
            ? next
            : throw ResponseErrors.Unexpected(
                first,
                HttpStatusCode.OK,
                null,
                "the link to the next page repeats, which would loop forever");
    }
}

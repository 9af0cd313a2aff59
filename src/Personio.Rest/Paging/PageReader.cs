using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>
/// Walks the pages of one list. The next page is requested when half of the current one has been consumed: a slow
/// consumer does not wait for the network, and one that stops early causes no unnecessary request.
/// </summary>
/// <param name="transport">The HTTP pipeline.</param>
/// <param name="log">Receives messages about the pages.</param>
/// <param name="first">The request of the first page.</param>
/// <param name="limit">The maximum number of rows; null for all.</param>
/// <param name="read">Reads a page.</param>
/// <param name="idOf">Returns the ID of a row, unique in the list; null for rows without one.</param>
/// <param name="turn">The semaphore that each request waits for; null if requests may run concurrently.</param>
internal sealed class PageReader<T>(
    ApiTransport transport, IActivityLog log, ApiRequest first, int? limit,
    Func<ReadOnlyMemory<byte>, Page<T>> read, Func<T, string?> idOf, SemaphoreSlim? turn = null)
{
    // A consumer that has read two pages will probably read on.
    private const int PagesBeforePrefetch = 2;

    // Rows that move during the read appear on two pages; a server that never ends is something else.
    private const int MaxStalePages = 10;

    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly DuplicateFilter _seen = new();
    private readonly IActivityLog _log = log as RedactingLog ?? new RedactingLog(log, transport.Redactor);

    /// <summary>
    /// Adds data to the rows of a page that the page itself does not contain; null if nothing is missing.
    /// </summary>
    public Func<IReadOnlyList<T>, CancellationToken, ValueTask<IReadOnlyList<T>>>? Complete { get; init; }

    /// <summary>Returns each row once, until the last page or the limit.</summary>
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
                // The previous page again: its unreadable rows were reported then.
                bool isSame = page.Fingerprint == print;
                foreach (RowFault fault in page.Faults.Where(fault => !isSame && _seen.AddFault(fault.Id)))
                {
                    _log.Unreadable(ResponseErrors.Unreadable(transport.Redactor, first, fault));
                }

                int fresh = 0;
                int early = ++pages <= PagesBeforePrefetch ? (page.Items.Count + 1) / 2 : 0;
                for (int i = 0; i < page.Items.Count; i++)
                {
                    // If the remaining rows fit on this page, nothing is requested ahead.
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

                stale = fresh == 0 || isSame ? stale + 1 : 0;
                print = page.Fingerprint;
                if (stale >= MaxStalePages && next is not null)
                {
                    throw ResponseErrors.Unexpected(
                        first, HttpStatusCode.OK, null,
                        $"the last {MaxStalePages} pages contained no new rows");
                }

                ahead ??= next is null ? null : FetchAsync(next, stop.Token);
                page = ahead is null ? null : await ahead.ConfigureAwait(false);
                ahead = null;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await IgnoreAsync(ahead).ConfigureAwait(false);
        }
    }

    /// <summary>Reads only the first page.</summary>
    public Task<Page<T>> ReadFirstPageAsync(CancellationToken cancellationToken) =>
        FetchAsync(first, cancellationToken);

    // A consumer that stops early leaves no request behind; how that request ended does not matter.
    private static async Task IgnoreAsync(Task<Page<T>>? ahead)
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
            page = page with { Fingerprint = Fingerprint(answer.Body.Span, page.Next) };
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

    // Each page may have a different cursor, so its link is not hashed.
    private static int Fingerprint(ReadOnlySpan<byte> body, string? next)
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

    // A server that filters after paging may send empty pages in the middle, so an empty page is the end only for lists
    // known to end that way, or if its link repeats: there is nothing new behind it.
    private ApiRequest? NextOf(Page<T> page)
    {
        bool isEmpty = page.Rows == 0;
        if (page.Next is null || (isEmpty && first.Endpoint.EndsWithEmptyPage))
        {
            return null;
        }

        ApiRequest next = PageLink.Follow(first, page.Next, transport.BaseUri);
        return _followed.Add(next.RawQuery!) ? next
            : isEmpty ? null
            : throw ResponseErrors.Unexpected(
                first,
                HttpStatusCode.OK,
                null,
                "the link to the next page repeats, which would loop forever");
    }
}

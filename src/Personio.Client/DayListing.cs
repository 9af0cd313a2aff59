using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Personio.Client.Json;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Reads a listing over days in windows side by side and gives its rows by day. One walk from page to page takes a
/// round trip for each, and the service gets slower the deeper it goes; several walks go as fast as the rate limit lets
/// them.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="log">Who hears of it.</param>
/// <param name="query">What is wanted.</param>
/// <param name="today">The present day.</param>
internal sealed class DayListing<T>(PersonioSession session, IActivityLog log, DayQuery<T> query, DateTime today)
{
    // Together they keep a bucket of ten a second busy at 0.5 s for an answer; their rows have to fit into memory.
    private const int SideBySide = 6;

    private readonly SeenIds _seen = new();

    /// <summary>The rows, each once, by day. Where all fit on one page they cost one request.</summary>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new WindowPlan(query.From, query.To, today, query.LeastDays, query.MostWindows, query.WindowRows);
        if (!plan.IsWhole)
        {
            Page<T> page = await Walk(new DayWindow(query.From, query.To)).FirstPageAsync(cancellationToken)
                .ConfigureAwait(false);
            if (page.Next is null)
            {
                foreach (T row in page.Items.OrderBy(query.DayOf).Where(IsNew))
                {
                    yield return row;
                }

                yield break;
            }
        }

        var reads = new Queue<Read>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (true)
            {
                while (reads.Count < SideBySide && plan.Next() is { } window)
                {
                    reads.Enqueue(Start(window, stop.Token));
                }

                if (!reads.TryPeek(out Read? oldest))
                {
                    yield break;
                }

                int rows = 0;
                IAsyncEnumerable<T> ordered = IsOneDay(oldest.Window)
                    ? oldest.RowsAsync(cancellationToken)
                    : SortedAsync(oldest.RowsAsync(cancellationToken));
                await foreach (T row in ordered.ConfigureAwait(false))
                {
                    rows++;
                    if (IsNew(row))
                    {
                        yield return row;
                    }
                }

                reads.Dequeue();
                plan.Learn(oldest.Window, rows);
                log.Share(oldest.Window.Last is { } last ? plan.ShareUntil(last) : 1);
            }
        }
        finally
        {
            // Whoever stops early leaves no request behind.
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (Read read in reads)
            {
                await read.Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private DateTime? DayOf(T row) => query.DayOf(row)?.Date;

    private bool IsNew(T row) => _seen.Add((row as IIdentified)?.Identity);

    // Then there is nothing to sort, and the first rows need not wait for the last.
    private bool IsOneDay(DayWindow window) => query.LeastDays == 1 && window.Days == 1;

    private async IAsyncEnumerable<T> SortedAsync(IAsyncEnumerable<T> source)
    {
        var rows = new List<T>();
        await foreach (T row in source.ConfigureAwait(false))
        {
            rows.Add(row);
        }

        foreach (T row in rows.OrderBy(query.DayOf))
        {
            yield return row;
        }
    }

    private Listing<T> Walk(DayWindow window)
    {
        ApiRequest request = query.Request(window);
        return new Listing<T>(session, log, request.WithLimit(request.Endpoint.PageSize), null);
    }

    private Read Start(DayWindow window, CancellationToken cancellationToken)
    {
        var read = new Read(window);
        read.Ended = read.FillAsync(Walk(window), DayOf, cancellationToken);
        return read;
    }

    /// <summary>A window that is being read.</summary>
    private sealed class Read(DayWindow window)
    {
        private readonly Channel<T> _rows = Channel.CreateUnbounded<T>(
            new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

        public DayWindow Window => window;

        public Task Ended { get; set; } = Task.CompletedTask;

        public async Task FillAsync(
            Listing<T> walk, Func<T, DateTime?> dayOf, CancellationToken cancellationToken)
        {
            try
            {
                await foreach (T row in walk.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (window.Owns(dayOf(row)))
                    {
                        _rows.Writer.TryWrite(row);
                    }
                }

                _rows.Writer.Complete();
            }
            catch (Exception fault) when (fault is PersonioException or OperationCanceledException)
            {
                // Told to the reader when its turn comes.
                _rows.Writer.Complete(fault);
            }
        }

        /// <summary>The rows as they come.</summary>
        /// <exception cref="PersonioException">A page could not be had.</exception>
        public IAsyncEnumerable<T> RowsAsync(CancellationToken cancellationToken) =>
            _rows.Reader.ReadAllAsync(cancellationToken);
    }
}

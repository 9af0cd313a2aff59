using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>
/// Reads a listing over days in concurrent windows and returns its rows by day. A single walk takes a round trip for
/// each page, and the service gets slower the deeper it goes. Several walks are as fast as the rate limit permits.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="log">Receives diagnostics.</param>
/// <param name="query">The listing.</param>
/// <param name="today">The current day.</param>
internal sealed class WindowedListing<T>(
    PersonioSession session, IActivityLog log, WindowedQuery<T> query, DateTime today)
{
    // Pages that are read ahead stay in memory: once this many are waiting, no further window is started.
    private const int MaxWaitingPages = 100;
    private const int MaxWaitingRows = 200_000;
    private const int MaxStalePages = 10;

    private readonly DuplicateFilter _seen = new();

    // For the current window. Reused, because one filter per window would leave large, long-lived garbage.
    private readonly DuplicateFilter _seenInWindow = new();
    private readonly ApiRequest _whole = query.Request(new DayWindow(query.From, query.To));

    /// <summary>
    /// Returns the rows by day, without duplicates. If they all fit on one page, this costs one request.
    /// </summary>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        WindowPlanner plan = CreatePlanner([]);
        if (!plan.IsWhole)
        {
            var whole = new DayWindow(query.From, query.To);
            Page<RawPage> page = await CreateReader(whole).ReadFirstPageAsync(cancellationToken).ConfigureAwait(false);
            if (page.Next is null)
            {
                IReadOnlyList<T> rows =
                    await SelectOwnedAsync(Read(page.Items[0], whole), whole, cancellationToken).ConfigureAwait(false);
                foreach (T row in rows.OrderBy(query.DayOf).Where(IsNew))
                {
                    yield return row;
                }

                yield break;
            }

            // A sample does not need completed rows, so the windows do not wait for completion.
            IReadOnlyList<T> sample = IsLong ? SelectOwned(Read(page.Items[0], whole), whole) : [];
            query.Sampled?.Invoke(sample);
            plan = CreatePlanner(sample);
        }

        using var reads =
            new WindowReads(session, plan, window => CreateReader(window), MaxWaitingPages, cancellationToken);
        try
        {
            while (reads.Oldest is { } oldest)
            {
                await foreach (T row in RowsAsync(oldest, reads.StartWindows, cancellationToken).ConfigureAwait(false))
                {
                    if (IsNew(row))
                    {
                        yield return row;
                    }
                }

                reads.Remove(oldest);
                log.ReportProgress(oldest.Window.Last is { } last ? plan.ShareUntil(last) : 1);
            }
        }
        finally
        {
            // A consumer that stops early must not leave requests running.
            await reads.StopAsync().ConfigureAwait(false);
        }
    }

    private bool IsLong => query.MinDays > 1;

    // The rows of the first page show how the rows are spread over the days.
    private WindowPlanner CreatePlanner(IReadOnlyList<T> rows) => IsLong
        ? new LongRowPlanner(
            query.From, query.To, today, query.MinDays,
            DayDensity.From(query.From.Date, (query.To ?? today).Date, rows.Select(query.DayOf)), query.CutDay)
        : new ShortRowPlanner(query.From, query.To, today, query.WindowRows);

    private bool IsNew(T row) => _seen.AddRow(Identity.Get(row), _whole.Path, log);

    private PageReader<RawPage> CreateReader(DayWindow window)
    {
        ApiRequest request = query.Request(window);
        return new PageReader<RawPage>(
            session.Transport, log, request.WithLimit(request.Endpoint.PageSize), limit: null, RawPage.Read,
            Identity.Get);
    }

    // The rows of a single day are returned as they arrive: there is nothing to sort.
    private async IAsyncEnumerable<T> RowsAsync(
        WindowRead read, Action pageCame, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool isSorted = !IsLong && read.Window.Days == 1;
        var waiting = new List<T>();
        _seenInWindow.Clear();
        int stale = 0;
        await foreach (RawPage raw in read.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            pageCame();
            Page<T> page = Read(raw, read.Window);
            int fresh = page.Items.Count(row => _seenInWindow.Add(Identity.Get(row)));
            stale = fresh == 0 ? stale + 1 : 0;
            if (stale == MaxStalePages || waiting.Count > MaxWaitingRows)
            {
                throw ResponseErrors.Unexpected(
                    query.Request(read.Window), HttpStatusCode.OK, null,
                    stale == MaxStalePages
                        ? $"the last {MaxStalePages} pages contained no new rows"
                        : $"it has more than {MaxWaitingRows} rows for a few days");
            }

            foreach (T row in await SelectOwnedAsync(page, read.Window, cancellationToken).ConfigureAwait(false))
            {
                if (isSorted)
                {
                    yield return row;
                }
                else
                {
                    waiting.Add(row);
                }
            }
        }

        foreach (T row in waiting.OrderBy(query.DayOf))
        {
            yield return row;
        }
    }

    // The rows that belong to the window, completed.
    private ValueTask<IReadOnlyList<T>> SelectOwnedAsync(
        Page<T> page, DayWindow window, CancellationToken cancellationToken) =>
        session.CompleteAsync(SelectOwned(page, window), log, cancellationToken);

    private IReadOnlyList<T> SelectOwned(Page<T> page, DayWindow window) =>
        [.. page.Items.Where(row => window.Owns(query.DayOf(row)))];

    private Page<T> Read(RawPage page, DayWindow window)
    {
        try
        {
            Page<T> read = page.ParseRows<T>();
            foreach (RowFault fault in read.Faults.Where(fault => _seen.AddFault(fault.Id)))
            {
                log.Unreadable(ResponseErrors.Unreadable(session.Transport.Redactor, query.Request(window), fault));
            }

            return read;
        }
        catch (JsonException fault)
        {
            throw ResponseErrors.Unreadable(
                session.Transport.Redactor, query.Request(window), HttpStatusCode.OK, fault);
        }
    }
}

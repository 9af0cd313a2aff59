using Personio.Client.Json;

namespace Personio.Client;

/// <summary>
/// The windows of a plan that are read side by side. One that has ended begins the next, whoever waits for which rows
/// meanwhile. Disposed of after it was stopped.
/// </summary>
/// <param name="session">Its clock counts.</param>
/// <param name="plan">Cuts the windows.</param>
/// <param name="walk">Makes the walk over the pages of a window.</param>
/// <param name="mostPages">How many pages may wait to be used before another window is begun.</param>
/// <param name="cancellationToken">Ends all of them.</param>
internal sealed class WindowReads(
    PersonioSession session, WindowPlanner plan, Func<DayWindow, PageReader<RawPage>> walk, int mostPages,
    CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _stop =
        CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    private readonly List<WindowRead> _reads = [];
    private readonly HashSet<WindowRead> _learned = [];

    /// <summary>The oldest window, whose rows come next; null when there is none left.</summary>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public WindowRead? Oldest
    {
        get
        {
            Begin();
            lock (_reads)
            {
                if (_reads.Count == 0)
                {
                    // A stop is no end.
                    cancellationToken.ThrowIfCancellationRequested();
                    return null;
                }

                return _reads[0];
            }
        }
    }

    /// <summary>Begins as many windows as should be read now.</summary>
    public void Begin()
    {
        while (Next() is { } read)
        {
            _ = read.FillAsync(() => walk(read.Window), Begin, _stop.Token);
        }
    }

    /// <summary>Forgets a window whose rows were written.</summary>
    public void Remove(WindowRead read)
    {
        lock (_reads)
        {
            Learn();
            _reads.Remove(read);
            _learned.Remove(read);
        }
    }

    /// <summary>Ends all windows, and returns when no request is under way any more.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        WindowRead[] reads;
        lock (_reads)
        {
            reads = [.. _reads];
        }

        await Task.WhenAll(reads.Select(read => read.Ended)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private WindowRead? Next()
    {
        lock (_reads)
        {
            Learn();
            if (_stop.IsCancellationRequested
                || _reads.Sum(read => read.Waiting) >= mostPages
                || !plan.BeginsAnother([.. _reads.Select(read => read.Progress)])
                || plan.Next() is not { } window)
            {
                return null;
            }

            var read = new WindowRead(window, session);
            _reads.Add(read);
            return read;
        }
    }

    private void Learn()
    {
        IEnumerable<WindowRead> complete = plan.LearnsInOrder
            ? _reads.TakeWhile(read => read.IsComplete)
            : _reads.Where(read => read.IsComplete);
        foreach (WindowRead read in complete.Where(_learned.Add))
        {
            plan.Learn(read.Progress);
        }
    }
}

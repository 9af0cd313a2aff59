using Personio.Client.Json;

namespace Personio.Client;

/// <summary>
/// Reads the windows of a plan concurrently. A window that ends starts the next one, no matter which rows the consumer
/// is waiting for. Call <see cref="StopAsync"/> before disposing.
/// </summary>
/// <param name="session">Provides the clock.</param>
/// <param name="plan">Cuts the windows.</param>
/// <param name="walk">Creates the reader for the pages of a window.</param>
/// <param name="maxPages">The number of waiting pages at which no further window is started.</param>
/// <param name="cancellationToken">Cancels all windows.</param>
internal sealed class WindowReads(
    PersonioSession session, WindowPlanner plan, Func<DayWindow, PageReader<RawPage>> walk, int maxPages,
    CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _stop =
        CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    private readonly List<WindowRead> _reads = [];
    private readonly HashSet<WindowRead> _learned = [];

    /// <summary>The oldest window, whose rows are next; null if no window is left.</summary>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public WindowRead? Oldest
    {
        get
        {
            StartWindows();
            lock (_reads)
            {
                if (_reads.Count == 0)
                {
                    // A canceled listing must not look like a complete one.
                    cancellationToken.ThrowIfCancellationRequested();
                    return null;
                }

                return _reads[0];
            }
        }
    }

    /// <summary>Starts as many windows as should be read now.</summary>
    public void StartWindows()
    {
        while (Next() is { } read)
        {
            _ = read.FillAsync(() => walk(read.Window), StartWindows, _stop.Token);
        }
    }

    /// <summary>Drops a window whose rows have been written.</summary>
    public void Remove(WindowRead read)
    {
        lock (_reads)
        {
            Learn();
            _reads.Remove(read);
            _learned.Remove(read);
        }
    }

    /// <summary>Stops all windows; completes when no request is in progress.</summary>
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
                || _reads.Sum(read => read.Waiting) >= maxPages
                || !plan.ShouldStartAnother([.. _reads.Select(read => read.Progress)])
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

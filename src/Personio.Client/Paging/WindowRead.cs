using System.Threading.Channels;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>A window that is read ahead. Its pages are held as bytes until their turn to be written.</summary>
/// <param name="window">The days.</param>
/// <param name="session">Provides the clock.</param>
internal sealed class WindowRead(DayWindow window, PersonioSession session)
{
    // A page takes 30 to 60 KB.
    private const int MaxWaitingPages = 64;

    private readonly Channel<RawPage> _waiting = Channel.CreateBounded<RawPage>(
        new BoundedChannelOptions(MaxWaitingPages) { SingleReader = true, SingleWriter = true });

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _pages;
    private int _rows;
    private volatile bool _hasEnded;

    // In ticks; 0 until the first page arrives.
    private long _latency;

    /// <summary>The days.</summary>
    public DayWindow Window => window;

    /// <summary>The number of pages waiting to be used.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>Completes when reading ends; never faults.</summary>
    public Task Ended => _ended.Task;

    /// <summary>How much of the window has been read.</summary>
    public WindowProgress Progress => new(
        window,
        Volatile.Read(ref _pages),
        Volatile.Read(ref _rows),
        _hasEnded,
        Volatile.Read(ref _latency) is > 0 and var ticks ? TimeSpan.FromTicks(ticks) : null);

    /// <summary>True if reading ended with the last page; false if it failed or is still going on.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Reads the window.</summary>
    /// <param name="walk">Creates the reader for its pages.</param>
    /// <param name="onProgress">Called after each page and at the end, on any thread.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task FillAsync(
        Func<PageReader<RawPage>> walk, Action onProgress, CancellationToken cancellationToken)
    {
        try
        {
            long begin = session.Timestamp;
            await foreach (RawPage page in walk().ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                Interlocked.CompareExchange(ref _latency, Math.Max(1, session.ElapsedSince(begin).Ticks), 0);
                Interlocked.Increment(ref _pages);
                Interlocked.Add(ref _rows, page.Count);
                await _waiting.Writer.WriteAsync(page, cancellationToken).ConfigureAwait(false);
                onProgress();
            }

            IsComplete = true;
            Complete(null);
        }
        catch (Exception fault)
        {
            // Pass every failure on to the consumer, which would otherwise wait forever.
            Complete(fault);
        }

        onProgress();
        _ended.SetResult();
    }

    /// <summary>Returns the pages as they arrive.</summary>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<RawPage> PagesAsync(CancellationToken cancellationToken) =>
        _waiting.Reader.ReadAllAsync(cancellationToken);

    private void Complete(Exception? fault)
    {
        _hasEnded = true;
        _waiting.Writer.Complete(fault);
    }
}

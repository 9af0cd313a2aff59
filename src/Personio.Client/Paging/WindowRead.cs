using System.Threading.Channels;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>A window that is read ahead: its pages wait here, as bytes, until it is its turn to be written.</summary>
/// <param name="window">The days.</param>
/// <param name="session">Its clock counts.</param>
internal sealed class WindowRead(DayWindow window, PersonioSession session)
{
    // 30 to 60 KB a page.
    private const int MostPages = 64;

    private readonly Channel<RawPage> _waiting = Channel.CreateBounded<RawPage>(
        new BoundedChannelOptions(MostPages) { SingleReader = true, SingleWriter = true });

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _pages;
    private int _rows;
    private volatile bool _hasEnded;

    // In ticks; 0 as long as no page came.
    private long _latency;

    /// <summary>The days.</summary>
    public DayWindow Window => window;

    /// <summary>How many pages wait to be used.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>Ends with the reading, and never fails.</summary>
    public Task Ended => _ended.Task;

    /// <summary>How far it has come.</summary>
    public WindowProgress Progress => new(
        window,
        Volatile.Read(ref _pages),
        Volatile.Read(ref _rows),
        _hasEnded,
        Volatile.Read(ref _latency) is > 0 and var ticks ? TimeSpan.FromTicks(ticks) : null);

    /// <summary>Whether it has ended with its last page, and not with a fault.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Reads the window.</summary>
    /// <param name="walk">Makes the walk over its pages.</param>
    /// <param name="progressed">Called after each page and at the end, on any thread.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task FillAsync(
        Func<PageReader<RawPage>> walk, Action progressed, CancellationToken cancellationToken)
    {
        try
        {
            long begin = session.Now;
            await foreach (RawPage page in walk().ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                Interlocked.CompareExchange(ref _latency, Math.Max(1, session.Since(begin).Ticks), 0);
                Interlocked.Increment(ref _pages);
                Interlocked.Add(ref _rows, page.Count);
                await _waiting.Writer.WriteAsync(page, cancellationToken).ConfigureAwait(false);
                progressed();
            }

            IsComplete = true;
            End(null);
        }
        catch (Exception fault)
        {
            // Whatever went wrong, the reader gets it in its turn; otherwise it would wait forever.
            End(fault);
        }

        progressed();
        _ended.SetResult();
    }

    /// <summary>The pages as they come.</summary>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<RawPage> PagesAsync(CancellationToken cancellationToken) =>
        _waiting.Reader.ReadAllAsync(cancellationToken);

    private void End(Exception? fault)
    {
        _hasEnded = true;
        _waiting.Writer.Complete(fault);
    }
}

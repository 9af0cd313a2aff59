using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Personio;

/// <summary>
/// Reads a listing to its end while the consumer works on its first rows, so that the total is known early.
/// </summary>
/// <param name="source">The listing.</param>
/// <param name="isWanted">Returns true for the rows to include.</param>
internal sealed class BackgroundListing<T>(IAsyncEnumerable<T> source, Func<T, bool> isWanted)
{
    private int _count;
    private volatile bool _isComplete;

    /// <summary>The number of rows; null until all are read.</summary>
    public int? Total => _isComplete ? _count : null;

    /// <summary>Returns the rows. If the consumer stops early, reading ends.</summary>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rows = Channel.CreateUnbounded<T>();
        Task filling = FillAsync(rows.Writer, stop.Token);
        try
        {
            await foreach (T row in rows.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                yield return row;
            }

            await filling.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FillAsync(ChannelWriter<T> rows, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (T row in source.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (isWanted(row))
                {
                    _count++;
                    rows.TryWrite(row);
                }
            }

            _isComplete = true;
        }
        finally
        {
            // The consumer sees a failure when it awaits this task, after the rows read before it.
            rows.Complete();
        }
    }
}

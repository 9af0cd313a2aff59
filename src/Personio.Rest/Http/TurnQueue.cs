namespace Personio.Rest.Http;

/// <summary>
/// Lets one in at a time. Whoever waits is let in by turns: one request of each caller, in the order in which they came,
/// so that somebody with a hundred requests does not hold up somebody with one.
/// </summary>
internal sealed class TurnQueue
{
    private readonly object _lock = new();
    private readonly LinkedList<Line> _lines = [];
    private bool _isTaken;

    /// <summary>Ends when it is this caller's turn. Then <see cref="Leave"/> has to be called.</summary>
    /// <param name="caller">Who asks; requests of the same caller come in their order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EnterAsync(object caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Line? line = _lines.FirstOrDefault(one => one.Caller == caller);
            if (line is null)
            {
                _lines.AddLast(line = new Line(caller));
            }

            line.Waiting.Enqueue(turn);
        }

        CancellationTokenRegistration registration =
            cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await using (registration.ConfigureAwait(false))
        {
            await turn.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            while (_lines.First is { Value: { } line })
            {
                _lines.RemoveFirst();
                // Those that gave up are passed over, and do not cost their caller its turn.
                bool isIn = false;
                while (!isIn && line.Waiting.TryDequeue(out TaskCompletionSource? next))
                {
                    isIn = next.TrySetResult();
                }

                if (line.Waiting.Count > 0)
                {
                    _lines.AddLast(line);
                }

                if (isIn)
                {
                    return;
                }
            }

            _isTaken = false;
        }
    }

    private sealed class Line(object caller)
    {
        public object Caller => caller;

        public Queue<TaskCompletionSource> Waiting { get; } = new();
    }
}

namespace Personio.Rest.Http;

/// <summary>
/// Admits one request at a time. Waiting callers take turns, one request each, in the order they arrived, so that a
/// caller with a hundred requests does not hold up a caller with one.
/// </summary>
internal sealed class TurnQueue
{
    private readonly object _lock = new();
    private readonly LinkedList<CallerQueue> _callers = [];
    private bool _isTaken;

    /// <summary>Completes when it is this caller's turn. <see cref="Leave"/> must be called afterward.</summary>
    /// <param name="caller">The caller; its own requests keep their order.</param>
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
            CallerQueue? line = _callers.FirstOrDefault(one => one.Caller == caller);
            if (line is null)
            {
                _callers.AddLast(line = new CallerQueue(caller));
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

    /// <summary>Admits the next request.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            while (_callers.First is { Value: { } line })
            {
                _callers.RemoveFirst();
                // Requests that gave up are skipped and do not cost their caller its turn.
                bool isIn = false;
                while (!isIn && line.Waiting.TryDequeue(out TaskCompletionSource? next))
                {
                    isIn = next.TrySetResult();
                }

                if (line.Waiting.Count > 0)
                {
                    _callers.AddLast(line);
                }

                if (isIn)
                {
                    return;
                }
            }

            _isTaken = false;
        }
    }

    private sealed class CallerQueue(object caller)
    {
        public object Caller => caller;

        public Queue<TaskCompletionSource> Waiting { get; } = new();
    }
}

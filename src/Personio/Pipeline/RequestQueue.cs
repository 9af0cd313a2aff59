namespace Personio;

/// <summary>
/// A queue of requests that run ahead of the output. Requests that depend on the results of one queue need a queue of
/// their own; otherwise they would overtake each other.
/// </summary>
internal sealed class RequestQueue(PersonioCmdletBase command)
{
    // Enough to keep the busiest endpoint at its limit despite slow responses, yet few enough to stop quickly.
    private const int MaxInFlight = 16;

    private readonly Queue<IPending> _pending = new();

    private interface IPending
    {
        bool IsCompleted { get; }

        void Write();
    }

    /// <summary>
    /// Starts a request for one input immediately and writes its result in order: the output, including errors, has the
    /// order of the input.
    /// </summary>
    public void Add<T>(object? target, Func<CancellationToken, Task<T>> start, Action<T> write, string? noun = null)
    {
        _pending.Enqueue(new Pending<T>(command, target, StartAsync(start), write, noun));
        WriteUntil(MaxInFlight - 1);
    }

    /// <summary>Writes the results of all pending requests.</summary>
    public void Flush() => WriteUntil(0);

    // Async, so that an exception before the request is also reported in order.
    private async Task<T> StartAsync<T>(Func<CancellationToken, Task<T>> start) =>
        await start(command.StopToken).ConfigureAwait(false);

    private void WriteUntil(int maxPending)
    {
        while (_pending.TryPeek(out IPending? oldest) && (_pending.Count > maxPending || oldest.IsCompleted))
        {
            _pending.Dequeue();
            oldest.Write();
            command.ReportProgress();
        }
    }

    private sealed class Pending<T>(
        PersonioCmdletBase command, object? target, Task<T> task, Action<T> write, string? noun) : IPending
    {
        public bool IsCompleted => task.IsCompleted;

        public void Write() =>
            command.TryRun(target, () => write(command.Await(new ValueTask<T>(task))), noun);
    }
}

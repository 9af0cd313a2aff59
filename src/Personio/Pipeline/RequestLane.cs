namespace Personio;

/// <summary>
/// A queue of requests that run ahead of the output. What the results of one queue cause needs a queue of its own, else
/// they would overtake each other.
/// </summary>
internal sealed class RequestLane(PersonioCmdletBase command)
{
    // Enough to keep the busiest endpoint at its limit with slow answers; few enough to stop quickly.
    private const int Window = 16;

    private readonly Queue<IPending> _pending = new();

    private interface IPending
    {
        bool IsCompleted { get; }

        void Write();
    }

    /// <summary>
    /// Starts a request for one input now and writes its result in its turn: the order of the output, errors included,
    /// is the order of the input.
    /// </summary>
    public void Add<T>(object? target, Func<CancellationToken, Task<T>> start, Action<T> write, string? noun = null)
    {
        _pending.Enqueue(new Pending<T>(command, target, StartAsync(start), write, noun));
        Write(Window - 1);
    }

    /// <summary>Writes what is still under way.</summary>
    public void Flush() => Write(0);

    // As a task of its own, so that a refusal before the request comes in its turn as well.
    private async Task<T> StartAsync<T>(Func<CancellationToken, Task<T>> start) =>
        await start(command.StopToken).ConfigureAwait(false);

    private void Write(int most)
    {
        while (_pending.TryPeek(out IPending? oldest) && (_pending.Count > most || oldest.IsCompleted))
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

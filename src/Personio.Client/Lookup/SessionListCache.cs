namespace Personio.Client;

/// <summary>
/// Caches the short lists of a session's company. A list is read at most once in ten minutes, and callers that need it
/// in the meantime share the same read, which belongs to the session and not to the first caller. A read is canceled
/// only when nobody waits for it anymore. A failed read is not cached, except that access errors are returned to
/// background callers.
/// </summary>
internal sealed class SessionListCache(TimeProvider time)
{
    /// <summary>How long a list is cached.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, PendingRead> _reads = new(StringComparer.Ordinal);

    /// <summary>Returns a list, reading it if it is not cached.</summary>
    /// <param name="key">The key of the list; there are about a dozen.</param>
    /// <param name="read">Reads the list; its token is canceled when nobody waits for it anymore.</param>
    /// <param name="policy">How to use the cache.</param>
    /// <param name="since">
    /// For <see cref="CachePolicy.Fresh"/>: a list read before this timestamp is read again.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait, and the read if nobody else needs it.</param>
    /// <exception cref="PersonioException">The list could not be read.</exception>
    public async Task<T> GetAsync<T>(
        string key,
        Func<CancellationToken, Task<T>> read,
        CachePolicy policy,
        long since,
        CancellationToken cancellationToken)
    {
        PendingRead reading = Join(key, read, policy, since);
        try
        {
            return await ((Task<T>)reading.Task).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, reading);
        }
    }

    private PendingRead Join<T>(string key, Func<CancellationToken, Task<T>> read, CachePolicy policy, long since)
    {
        lock (_reads)
        {
            if (!_reads.TryGetValue(key, out PendingRead? reading) || !CanServe(reading, policy, since))
            {
                // On another thread: what a request does before its first await must not delay a key press.
                var stop = new CancellationTokenSource();
                reading = new PendingRead(Task.Run(() => read(stop.Token), stop.Token), stop, time.GetTimestamp());
                _reads[key] = reading;
            }

            reading.Waiters++;
            reading.IsBackground |= policy == CachePolicy.Background;
            return reading;
        }
    }

    private bool CanServe(PendingRead reading, CachePolicy policy, long since) =>
        time.GetElapsedTime(reading.StartedAt) < MaxAge
        && (policy != CachePolicy.Fresh || reading.StartedAt >= since)
        && (!reading.Task.IsCompleted
            || reading.Task.IsCompletedSuccessfully
            || (policy == CachePolicy.Background && IsRefused(reading.Task)));

    // A credential that may not read a list now may not read it at the next key press either.
    private static bool IsRefused(Task reading) =>
        reading.Exception?.InnerException is PersonioException { Kind: ErrorKind.AccessDenied or ErrorKind.NotFound };

    private void Leave(string key, PendingRead reading)
    {
        lock (_reads)
        {
            reading.Waiters--;
            if (reading.Waiters > 0 || reading.IsBackground || reading.Task.IsCompleted)
            {
                return;
            }

            if (_reads.GetValueOrDefault(key) == reading)
            {
                _reads.Remove(key);
            }
        }

        reading.Stop.Cancel();
    }

    private sealed class PendingRead(Task task, CancellationTokenSource stop, long at)
    {
        public Task Task { get; } = task;

        public CancellationTokenSource Stop { get; } = stop;

        public long StartedAt { get; } = at;

        public int Waiters { get; set; }

        // Continues even if nobody waits for it.
        public bool IsBackground { get; set; }
    }
}

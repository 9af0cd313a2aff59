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
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <summary>Returns a list, reading it if it is not cached.</summary>
    /// <param name="key">The key of the list; there are about a dozen.</param>
    /// <param name="read">Reads the list; its token is canceled when nobody waits for it anymore.</param>
    /// <param name="use">How to use the cache.</param>
    /// <param name="since">
    /// For <see cref="CachePolicy.Fresh"/>: a list read before this timestamp is read again.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait, and the read if nobody else needs it.</param>
    /// <exception cref="PersonioException">The list could not be read.</exception>
    public async Task<T> GetAsync<T>(
        string key,
        Func<CancellationToken, Task<T>> read,
        CachePolicy use,
        long since,
        CancellationToken cancellationToken)
    {
        Reading reading = Join(key, read, use, since);
        try
        {
            return await ((Task<T>)reading.Task).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, reading);
        }
    }

    private Reading Join<T>(string key, Func<CancellationToken, Task<T>> read, CachePolicy use, long since)
    {
        lock (_readings)
        {
            if (!_readings.TryGetValue(key, out Reading? reading) || !Serves(reading, use, since))
            {
                // On another thread: what a request does before its first await must not delay a key press.
                var stop = new CancellationTokenSource();
                reading = new Reading(Task.Run(() => read(stop.Token), stop.Token), stop, time.GetTimestamp());
                _readings[key] = reading;
            }

            reading.Waiters++;
            reading.IsForLater |= use == CachePolicy.Background;
            return reading;
        }
    }

    private bool Serves(Reading reading, CachePolicy use, long since) =>
        time.GetElapsedTime(reading.At) < Age
        && (use != CachePolicy.Fresh || reading.At >= since)
        && (!reading.Task.IsCompleted
            || reading.Task.IsCompletedSuccessfully
            || (use == CachePolicy.Background && IsRefused(reading.Task)));

    // A credential that may not read a list now may not read it at the next key press either.
    private static bool IsRefused(Task reading) =>
        reading.Exception?.InnerException is PersonioException { Kind: ErrorKind.AccessDenied or ErrorKind.NotFound };

    private void Leave(string key, Reading reading)
    {
        lock (_readings)
        {
            reading.Waiters--;
            if (reading.Waiters > 0 || reading.IsForLater || reading.Task.IsCompleted)
            {
                return;
            }

            if (_readings.GetValueOrDefault(key) == reading)
            {
                _readings.Remove(key);
            }
        }

        reading.Stop.Cancel();
    }

    private sealed class Reading(Task task, CancellationTokenSource stop, long at)
    {
        public Task Task { get; } = task;

        public CancellationTokenSource Stop { get; } = stop;

        public long At { get; } = at;

        public int Waiters { get; set; }

        // Continues even if nobody waits for it.
        public bool IsForLater { get; set; }
    }
}

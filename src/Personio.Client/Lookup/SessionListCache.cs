namespace Personio.Client;

/// <summary>
/// What a session keeps of the short lists of its company. A list is read at most once in ten minutes, by one reading
/// that all share who need it meanwhile; it belongs to the session and not to who asked first. A reading ends early
/// only when nobody waits for it any more, and one that failed leaves nothing behind but a refusal for those who do
/// not insist.
/// </summary>
internal sealed class SessionListCache(TimeProvider time)
{
    /// <summary>How long a list is taken as it is.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <summary>The list, read where it is not there.</summary>
    /// <param name="key">Which list; there are about a dozen.</param>
    /// <param name="read">Reads it, until its token says that nobody wants it any more.</param>
    /// <param name="use">How it is wanted.</param>
    /// <param name="since">For <see cref="CachePolicy.Fresh"/>: from when on it has to have been read.</param>
    /// <param name="cancellationToken">Ends the wait, and the reading where nobody else needs it.</param>
    /// <exception cref="PersonioException">It could not be read.</exception>
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
                // Not on this thread: what a request does before its first wait must not hold up a key press.
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

    // Who may not read a list now may not at the next key press either.
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

        // Goes on without anybody who waits.
        public bool IsForLater { get; set; }
    }
}

using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Caches the open-ended absences that a session found by their start, for ten minutes. If a company has no such
/// absences, its listings cannot prove it, and without this cache each listing would read the whole history.
/// </summary>
internal sealed class OpenEndCache(TimeProvider time)
{
    private IReadOnlyList<AbsencePeriod> _found = [];
    private DateTime? _until;
    private long _readAt;
    private int _changes;

    // The number of changes at the time of reading; -1 if nothing is cached.
    private int _changesAtRead = -1;

    // Never disposed, because a canceled caller may still be waiting on it.
    private SemaphoreSlim Lock { get; } = new(1, 1);

    /// <summary>Returns the open-ended absences that begin by a moment; may include later ones.</summary>
    /// <param name="until">The moment; null for all.</param>
    /// <param name="since">Absences cached before this timestamp of the time provider are read again.</param>
    /// <param name="read">
    /// Reads the absences that begin between two moments; a null start means from the beginning.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait for another caller that is reading.</param>
    public async Task<IReadOnlyList<AbsencePeriod>> GetAsync(
        DateTime? until, long since, Func<DateTime?, DateTime?, Task<IReadOnlyList<AbsencePeriod>>> read,
        CancellationToken cancellationToken)
    {
        await Lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_changesAtRead != Volatile.Read(ref _changes)
                || _readAt < since
                || time.GetElapsedTime(_readAt) >= SessionListCache.MaxAge)
            {
                (_readAt, int changes) = (time.GetTimestamp(), Volatile.Read(ref _changes));
                Keep(await read(null, until).ConfigureAwait(false), until, changes);
            }
            else if (_until is { } known && (until is null || until > known))
            {
                int changes = Volatile.Read(ref _changes);
                Keep([.. _found, .. await read(known, until).ConfigureAwait(false)], until, changes);
            }

            return _found;
        }
        finally
        {
            Lock.Release();
        }
    }

    /// <summary>Invalidates the cache because an absence was created, changed or removed.</summary>
    public void Clear() => Interlocked.Increment(ref _changes);

    private void Keep(IEnumerable<AbsencePeriod> found, DateTime? until, int changes)
    {
        _found = [.. found.DistinctBy(absence => absence.AbsencePeriodId)];
        _until = until;
        _changesAtRead = changes;
    }
}

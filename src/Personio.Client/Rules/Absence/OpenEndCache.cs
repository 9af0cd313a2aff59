using Personio.Models;

namespace Personio.Client;

/// <summary>
/// The absences of a company without an end that a session found by their start, kept for ten minutes: if a company
/// has none, listings cannot prove it, and its whole history would be read with each of them.
/// </summary>
internal sealed class OpenEndCache(TimeProvider time)
{
    private IReadOnlyList<AbsencePeriod> _found = [];
    private DateTime? _until;
    private long _at;
    private int _changes;

    // How many changes there were when they were read; less than any where they were not.
    private int _asOf = -1;

    // Never disposed: a caller that waits on it may just be canceled.
    private SemaphoreSlim OneAtATime { get; } = new(1, 1);

    /// <summary>Those that begin until a moment, and maybe later ones.</summary>
    /// <param name="until">The moment; null for all.</param>
    /// <param name="since">From when on what is kept counts, as a timestamp of the time provider.</param>
    /// <param name="read">Reads those that begin from one moment, null for all before, to another.</param>
    /// <param name="cancellationToken">Ends the wait for another caller that is reading them.</param>
    public async Task<IReadOnlyList<AbsencePeriod>> GetAsync(
        DateTime? until, long since, Func<DateTime?, DateTime?, Task<IReadOnlyList<AbsencePeriod>>> read,
        CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_asOf != Volatile.Read(ref _changes) || _at < since || time.GetElapsedTime(_at) >= SessionListCache.Age)
            {
                (_at, int changes) = (time.GetTimestamp(), Volatile.Read(ref _changes));
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
            OneAtATime.Release();
        }
    }

    /// <summary>Forgets them, because an absence was created, changed or removed.</summary>
    public void Clear() => Interlocked.Increment(ref _changes);

    private void Keep(IEnumerable<AbsencePeriod> found, DateTime? until, int changes)
    {
        _found = [.. found.DistinctBy(absence => absence.AbsencePeriodId)];
        _until = until;
        _asOf = changes;
    }
}

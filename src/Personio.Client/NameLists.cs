namespace Personio.Client;

/// <summary>
/// The lists of names that a session knows for tab completion. Each is read once in ten minutes, by one reading that
/// goes on when those who asked do not wait for it. A reading that failed is begun anew by the next who asks.
/// </summary>
internal sealed class NameLists(TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (Task<IReadOnlyList<NamedEntry>> Reading, long At)> _lists =
        new(StringComparer.Ordinal);

    /// <summary>The reading of a list: under way, or done.</summary>
    /// <param name="key">Which list.</param>
    /// <param name="read">Begins to read it.</param>
    public Task<IReadOnlyList<NamedEntry>> Get(string key, Func<Task<IReadOnlyList<NamedEntry>>> read)
    {
        lock (_lists)
        {
            if (_lists.TryGetValue(key, out (Task<IReadOnlyList<NamedEntry>> Reading, long At) kept)
                && (!kept.Reading.IsCompleted || kept.Reading.IsCompletedSuccessfully)
                && time.GetElapsedTime(kept.At) < s_age)
            {
                return kept.Reading;
            }

            Task<IReadOnlyList<NamedEntry>> reading = read();
            _lists[key] = (reading, time.GetTimestamp());
            return reading;
        }
    }
}

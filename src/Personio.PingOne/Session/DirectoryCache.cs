using Personio.Models;

namespace Personio.PingOne;

/// <summary>
/// What a session caches of its environment: the schema and the populations, each for ten minutes after it was read.
/// Failures are not cached.
/// </summary>
internal sealed class DirectoryCache(TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromMinutes(10);

    private (IReadOnlyList<PingOneAttribute> Rows, long At)? _attributes;
    private (IReadOnlyList<PingOnePopulation> Rows, long At)? _populations;

    /// <summary>The schema; null if it is not cached or too old. Completion uses it without waiting.</summary>
    public IReadOnlyList<PingOneAttribute>? Attributes => Fresh(_attributes);

    /// <summary>The populations; null if they are not cached or too old.</summary>
    public IReadOnlyList<PingOnePopulation>? Populations => Fresh(_populations);

    public void Keep(IReadOnlyList<PingOneAttribute> rows) => _attributes = (rows, time.GetTimestamp());

    public void Keep(IReadOnlyList<PingOnePopulation> rows) => _populations = (rows, time.GetTimestamp());

    private IReadOnlyList<T>? Fresh<T>((IReadOnlyList<T> Rows, long At)? kept) =>
        kept is { } known && time.GetElapsedTime(known.At) < s_age ? known.Rows : null;
}

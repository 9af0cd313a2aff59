using Personio.Models;

namespace Personio.PingOne;

/// <summary>
/// What a session caches of its environment: the schema and the populations, each for ten minutes after it was read.
/// Failures are not cached.
/// </summary>
internal sealed class DirectoryCache(TimeProvider time)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(10);

    private (IReadOnlyList<PingOneAttribute> Rows, long At)? _attributes;
    private (IReadOnlyList<PingOnePopulation> Rows, long At)? _populations;

    /// <summary>The schema; null if it is not cached or too old. Completion uses it without waiting.</summary>
    public IReadOnlyList<PingOneAttribute>? Attributes => GetIfFresh(_attributes);

    /// <summary>The populations; null if they are not cached or too old.</summary>
    public IReadOnlyList<PingOnePopulation>? Populations => GetIfFresh(_populations);

    public void Store(IReadOnlyList<PingOneAttribute> rows) => _attributes = (rows, time.GetTimestamp());

    public void Store(IReadOnlyList<PingOnePopulation> rows) => _populations = (rows, time.GetTimestamp());

    private IReadOnlyList<T>? GetIfFresh<T>((IReadOnlyList<T> Rows, long At)? kept) =>
        kept is { } known && time.GetElapsedTime(known.At) < s_maxAge ? known.Rows : null;
}

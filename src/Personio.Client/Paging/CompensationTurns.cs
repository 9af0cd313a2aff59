namespace Personio.Client;

/// <summary>
/// What a session has learned about listing the compensations of all persons in one request. Personio allows a company
/// two such requests at a time, and other programs may need one of them. Requests that name persons do not count.
/// </summary>
internal sealed class CompensationTurns
{
    /// <summary>
    /// Admits one request at a time. Never disposed, because a canceled caller may still be waiting on it.
    /// </summary>
    public SemaphoreSlim Lock { get; } = new(1, 1);

    /// <summary>
    /// True if Personio rejected a request for all persons as too large, so that it is not sent again.
    /// </summary>
    public bool IsAllTooLarge { get; set; }

    /// <summary>
    /// The maximum number of persons a request may name: half the number that was too many. A larger request would be
    /// rejected again in every month.
    /// </summary>
    public int MaxPersons { get; private set; } = int.MaxValue;

    /// <summary>Records that a request was too large.</summary>
    /// <param name="persons">The number of persons it named.</param>
    public void RecordTooLarge(int persons)
    {
        lock (Lock)
        {
            MaxPersons = Math.Min(MaxPersons, Math.Max(1, persons / 2));
        }
    }
}

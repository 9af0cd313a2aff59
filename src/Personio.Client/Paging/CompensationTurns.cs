namespace Personio.Client;

/// <summary>
/// What a session knows of reading all compensations at once. Personio lets a company have two such requests in
/// progress; other programs may need one of them. Those that name persons do not count.
/// </summary>
internal sealed class CompensationTurns
{
    /// <summary>Lets one request at a time pass. Never disposed: a caller that waits on it may just be canceled.</summary>
    public SemaphoreSlim OneAtATime { get; } = new(1, 1);

    /// <summary>Whether Personio found a request for all too much, so that it is not asked like that again.</summary>
    public bool IsAllTooMuch { get; set; }

    /// <summary>
    /// How many persons a request may name: half of those with whom one was too much. A larger one would be refused again
    /// in every month.
    /// </summary>
    public int MostPersons { get; private set; } = int.MaxValue;

    /// <summary>Notes that a request was too much.</summary>
    /// <param name="persons">How many persons it named.</param>
    public void TooMuch(int persons)
    {
        lock (OneAtATime)
        {
            MostPersons = Math.Min(MostPersons, Math.Max(1, persons / 2));
        }
    }
}

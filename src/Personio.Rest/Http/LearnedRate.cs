namespace Personio.Rest.Http;

/// <summary>
/// The rate where the server announces none: it grows until a request is refused, is halved then, returns to somewhat
/// less than what was too much, and creeps on from there. Pure: the time comes in as seconds of any steady clock.
/// </summary>
/// <remarks>
/// From one refusal to the next the server has served what it permits, so that this quotient and the rate that was
/// refused lie on either side of the limit. Several programs come to equal shares because whoever sends more is refused
/// more often, and creeps on more slowly for its size.
/// </remarks>
internal sealed class LearnedRate(Pacing pacing)
{
    // As long as nothing was refused, by this factor with every second.
    private const double Growth = 1.5;

    // After a refusal it returns that quickly to this share of what was too much: the rest is left to others, and a
    // bucket that fills up again takes what comes early.
    private const double Kept = 0.8;

    // Then it creeps: requests a second more with every second, times the root of the rate. A small bucket is tried
    // less often, for each refusal is a larger part of what it serves.
    private const double Creep = 0.01;

    // What was too much that long ago, or is exceeded by that factor, is so no longer.
    private const double MemorySeconds = 45;
    private const double Exceeded = 1.4;

    // Before that many seconds have passed, what was served says nothing about what is permitted.
    private const double Evidence = 1;

    // However often it is refused, a request goes out every five seconds.
    private const double Least = 0.2;

    // Seconds for which the bucket counts as used after the wait for its next token.
    private const double Pause = 0.25;

    private readonly double _least = Math.Min(pacing.Rate, Least);
    private double _asOf;
    private double _usedUntil = double.NegativeInfinity;
    private double _closedUntil = double.NegativeInfinity;
    private double _cutAt = double.NegativeInfinity;
    private bool _hasAnswer;

    // Seconds of use since the last refusal, with and without those in which the server wanted none.
    private double _seconds;
    private double _open;
    private int _served;

    /// <summary>Requests a second.</summary>
    public double Rate { get; private set; } = pacing.Rate;

    /// <summary>How many may go out at once: the slower the server, the fewer.</summary>
    public double Burst => Math.Min(pacing.Burst, TooMuch is null ? pacing.Burst : Math.Max(1, Rate / 2));

    /// <summary>Requests a second of which some were refused lately; null where nothing is known.</summary>
    public double? TooMuch { get; private set; }

    /// <summary>Lets time pass. Only time counts in which requests waited for their turn.</summary>
    public void Advance(double now)
    {
        double until = Math.Min(now, _usedUntil);
        _seconds += Math.Max(0, until - _asOf);
        double open = Math.Max(0, until - Math.Max(_asOf, _closedUntil));
        _asOf = Math.Max(_asOf, now);
        // Until its first answer the server may still announce its bucket.
        if (!_hasAnswer || open == 0)
        {
            return;
        }

        _open += open;
        Rate = Math.Clamp(
            TooMuch is { } limit ? Returned(limit) : Rate * Math.Pow(Growth, open), _least, pacing.Highest);
        if (TooMuch is { } past && (_open > MemorySeconds || Rate > Exceeded * past))
        {
            TooMuch = null;
        }
    }

    /// <summary>Notes that a request has to wait, so that the rate is used.</summary>
    public void Waits(double now, double wait) => _usedUntil = Math.Max(_usedUntil, now + wait + Pause);

    /// <summary>Notes that a request has ended.</summary>
    public void Ended()
    {
        _hasAnswer = true;
        _served++;
    }

    /// <summary>Notes that a request which ended was refused.</summary>
    /// <param name="sentAt">When it was sent. What was sent before the last refusal came says nothing new.</param>
    /// <param name="now">The present.</param>
    /// <param name="wait">Seconds for which the server wants no request.</param>
    public void Refused(double sentAt, double now, double wait)
    {
        _hasAnswer = true;
        _served--;
        _closedUntil = Math.Max(_closedUntil, now + wait);
        if (sentAt < _cutAt)
        {
            return;
        }

        double served = _seconds < Evidence ? Rate : Math.Max(0, _served) / _seconds;
        TooMuch = Math.Max(2 * _least, (Math.Min(served, Rate) + Rate) / 2);
        Rate = TooMuch.Value / 2;
        _cutAt = now;
        _seconds = _open = 0;
        _served = 0;
    }

    private double Returned(double limit)
    {
        double quick = limit / 2 * Math.Pow(Growth, _open);
        double slow = _open - Math.Log(2 * Kept, Growth);
        return slow < 0 ? quick : (Kept * limit) + (Creep * Math.Sqrt(limit) * slow);
    }
}

namespace Personio.Rest.Http;

/// <summary>
/// The rate used if the server announces none. It grows until a request is refused, is then halved, quickly returns to
/// slightly below the refused rate, and creeps up from there. Pure: the time is passed in as seconds of any steady
/// clock.
/// </summary>
/// <remarks>
/// Between two refusals the server has served what it permits, so the rate served and the refused rate bracket the
/// limit. Several programs converge on equal shares: the one that sends more is refused more often and, at its higher
/// rate, creeps up more slowly in proportion.
/// </remarks>
internal sealed class LearnedRate(Pacing pacing)
{
    // Growth factor per second until the first refusal.
    private const double Growth = 1.5;

    // After a refusal the rate quickly returns to this share of the refused rate. The rest is left to other clients,
    // and a bucket that refills absorbs early requests.
    private const double Kept = 0.8;

    // After that it creeps up, by this many requests per second each second, times the square root of the rate. A small
    // bucket is probed less often, because each refusal is a larger part of what it serves.
    private const double Creep = 0.01;

    // A refused rate is forgotten after this time, or once the rate exceeds it by this factor.
    private const double MemorySeconds = 45;
    private const double Exceeded = 1.4;

    // Seconds of use before the number of served requests says anything about what is permitted.
    private const double Evidence = 1;

    // No matter how many refusals, a request is sent every five seconds.
    private const double Least = 0.2;

    // Seconds for which the bucket still counts as used after the wait for its next token.
    private const double Pause = 0.25;

    private readonly double _least = Math.Min(pacing.Rate, Least);
    private double _asOf;
    private double _usedUntil = double.NegativeInfinity;
    private double _closedUntil = double.NegativeInfinity;
    private double _cutAt = double.NegativeInfinity;
    private bool _hasAnswer;

    // Seconds of use since the last refusal, with and without those in which the server wanted no requests.
    private double _seconds;
    private double _open;
    private int _served;

    /// <summary>The current rate, in requests per second.</summary>
    public double Rate { get; private set; } = pacing.Rate;

    /// <summary>How many requests may be sent in a burst: the slower the server, the fewer.</summary>
    public double Burst => Math.Min(pacing.Burst, TooMuch is null ? pacing.Burst : Math.Max(1, Rate / 2));

    /// <summary>The rate, in requests per second, at which a request was recently refused; null if unknown.</summary>
    public double? TooMuch { get; private set; }

    /// <summary>Advances the clock. Only time in which requests waited for their turn counts.</summary>
    public void Advance(double now)
    {
        double until = Math.Min(now, _usedUntil);
        _seconds += Math.Max(0, until - _asOf);
        double open = Math.Max(0, until - Math.Max(_asOf, _closedUntil));
        _asOf = Math.Max(_asOf, now);
        // The first answer may still announce the server's bucket.
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

    /// <summary>Records that a request has to wait, so the rate is in use.</summary>
    public void Waits(double now, double wait) => _usedUntil = Math.Max(_usedUntil, now + wait + Pause);

    /// <summary>Records that a request has ended.</summary>
    public void Ended()
    {
        _hasAnswer = true;
        _served++;
    }

    /// <summary>Records that a request which ended was refused.</summary>
    /// <param name="sentAt">When it was sent. Requests sent before the last refusal arrived carry no new
    /// information.</param>
    /// <param name="now">The current time.</param>
    /// <param name="wait">Seconds during which the server wants no requests.</param>
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

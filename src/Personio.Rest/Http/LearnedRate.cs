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
    private const double ExponentialGrowth = 1.5;

    // After a refusal the rate quickly returns to this share of the refused rate. The rest is left to other clients,
    // and a bucket that refills absorbs early requests.
    private const double RecoveryShare = 0.8;

    // After that it creeps up, by this many requests per second each second, times the square root of the rate. A small
    // bucket is probed less often, because each refusal is a larger part of what it serves.
    private const double LinearGrowth = 0.01;

    // A refused rate is forgotten after this time, or once the rate exceeds it by this factor.
    private const double MemorySeconds = 45;
    private const double ForgetFactor = 1.4;

    // Seconds of use before the number of served requests says anything about what is permitted.
    private const double MinObservationSeconds = 1;

    // No matter how many refusals, a request is sent every five seconds.
    private const double MinRate = 0.2;

    // Seconds for which the bucket still counts as used after the wait for its next token.
    private const double IdleGraceSeconds = 0.25;

    private readonly double _minRate = Math.Min(pacing.Rate, MinRate);
    private double _asOf;
    private double _usedUntil = double.NegativeInfinity;
    private double _closedUntil = double.NegativeInfinity;
    private double _lastRefusalAt = double.NegativeInfinity;
    private bool _hasAnswered;

    // Seconds of use since the last refusal, with and without those in which the server wanted no requests.
    private double _usedSeconds;
    private double _openSeconds;
    private int _served;

    /// <summary>The current rate, in requests per second.</summary>
    public double Rate { get; private set; } = pacing.Rate;

    /// <summary>How many requests may be sent in a burst: the slower the server, the fewer.</summary>
    public double Burst => Math.Min(pacing.Burst, RefusedRate is null ? pacing.Burst : Math.Max(1, Rate / 2));

    /// <summary>The rate, in requests per second, at which a request was recently refused; null if unknown.</summary>
    public double? RefusedRate { get; private set; }

    /// <summary>Advances the clock. Only time in which requests waited for their turn counts.</summary>
    public void Advance(double now)
    {
        double until = Math.Min(now, _usedUntil);
        _usedSeconds += Math.Max(0, until - _asOf);
        double open = Math.Max(0, until - Math.Max(_asOf, _closedUntil));
        _asOf = Math.Max(_asOf, now);
        // The first answer may still announce the server's bucket.
        if (!_hasAnswered || open == 0)
        {
            return;
        }

        _openSeconds += open;
        Rate = Math.Clamp(
            RefusedRate is { } limit ? RecoveredRate(limit) : Rate * Math.Pow(ExponentialGrowth, open),
            _minRate,
            pacing.MaxRate);
        if (RefusedRate is { } past && (_openSeconds > MemorySeconds || Rate > ForgetFactor * past))
        {
            RefusedRate = null;
        }
    }

    /// <summary>Records that a request has to wait, so the rate is in use.</summary>
    public void RecordWait(double now, double wait) => _usedUntil = Math.Max(_usedUntil, now + wait + IdleGraceSeconds);

    /// <summary>Records that a request has ended.</summary>
    public void RecordCompletion()
    {
        _hasAnswered = true;
        _served++;
    }

    /// <summary>Records that a request which ended was refused.</summary>
    /// <param name="sentAt">When it was sent. Requests sent before the last refusal arrived carry no new
    /// information.</param>
    /// <param name="now">The current time.</param>
    /// <param name="wait">Seconds during which the server wants no requests.</param>
    public void RecordRefusal(double sentAt, double now, double wait)
    {
        _hasAnswered = true;
        _served--;
        _closedUntil = Math.Max(_closedUntil, now + wait);
        if (sentAt < _lastRefusalAt)
        {
            return;
        }

        double served = _usedSeconds < MinObservationSeconds ? Rate : Math.Max(0, _served) / _usedSeconds;
        RefusedRate = Math.Max(2 * _minRate, (Math.Min(served, Rate) + Rate) / 2);
        Rate = RefusedRate.Value / 2;
        _lastRefusalAt = now;
        _usedSeconds = _openSeconds = 0;
        _served = 0;
    }

    private double RecoveredRate(double limit)
    {
        double quick = limit / 2 * Math.Pow(ExponentialGrowth, _openSeconds);
        double slow = _openSeconds - Math.Log(2 * RecoveryShare, ExponentialGrowth);
        return slow < 0 ? quick : (RecoveryShare * limit) + (LinearGrowth * Math.Sqrt(limit) * slow);
    }
}

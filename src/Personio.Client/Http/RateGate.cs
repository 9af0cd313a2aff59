namespace Personio.Client.Http;

/// <summary>
/// The token bucket of one endpoint, kept in step with what the server announces. Pure: the time comes in as seconds of
/// any steady clock. Not thread-safe; the handler holds a lock.
/// </summary>
/// <remarks>
/// The server's <c>remaining</c> is some travel time old and does not count requests still under way. So it bounds the
/// own count from below and from above; between the bounds the own count is the better one. Other programs on the same
/// bucket show as a lower upper bound.
/// </remarks>
internal sealed class RateGate
{
    // A little is left in the bucket, so that requests that arrive closer together than they left find their token.
    private const double ReserveSeconds = 0.15;

    // Until the server has announced its bucket: the smallest one seen.
    private double _rate = 10;
    private double _burst = 10;
    private double _reserve;
    private double _tokens = 10;
    private double _asOf;
    private double _closedUntil = double.NegativeInfinity;
    private int _underWay;

    /// <summary>Takes a token.</summary>
    /// <returns>0 when it was taken, else the seconds to wait before asking again.</returns>
    public double TryTake(double now)
    {
        Refill(now);
        if (now < _closedUntil)
        {
            return _closedUntil - now;
        }

        double missing = 1 + _reserve - _tokens;
        if (missing > 1e-9)
        {
            return missing / _rate;
        }

        _tokens--;
        _underWay++;
        return 0;
    }

    /// <summary>Notes that a request has ended.</summary>
    /// <param name="sentAt">When it was let through.</param>
    /// <param name="now">The present.</param>
    /// <param name="bucket">What its answer announced; null where it announced nothing or none came.</param>
    public void Ended(double sentAt, double now, BucketState? bucket)
    {
        Refill(now);
        _underWay--;
        if (bucket is not { } announced)
        {
            return;
        }

        _rate = announced.Rate;
        _burst = announced.Burst;
        // A bucket of one token has nothing to spare: with a reserve it would never be full enough.
        _reserve = Math.Min(_burst - 1, Math.Min(_burst * 0.2, _rate * ReserveSeconds));
        double least = announced.Remaining - _underWay;
        double most = least + (_rate * (now - sentAt));
        _tokens = Math.Min(_burst, Math.Clamp(_tokens, least, most));
    }

    /// <summary>Notes a refusal: nothing more goes out before the wait is over.</summary>
    public void Refused(double now, double wait)
    {
        Refill(now);
        _tokens = Math.Min(_tokens, _reserve);
        _closedUntil = Math.Max(_closedUntil, now + wait);
    }

    private void Refill(double now)
    {
        _tokens = Math.Min(_burst, _tokens + (Math.Max(0, now - _asOf) * _rate));
        _asOf = Math.Max(_asOf, now);
    }
}

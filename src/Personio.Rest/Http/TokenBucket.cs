namespace Personio.Rest.Http;

/// <summary>
/// The token bucket of one endpoint, kept in step with what the server announces. Pure: the time comes in as seconds of
/// any steady clock. Not thread-safe; the handler holds a lock.
/// </summary>
/// <remarks>
/// What the server says remains is some travel time old, and answers overtake each other. So it bounds the own count
/// from below and from above; between the bounds the own count is the better one. What others take from the same bucket
/// is estimated: the own count grows by that much slower, and some tokens stay in the bucket for them to find.
/// </remarks>
internal sealed class TokenBucket(Pacing pacing)
{
    // A little is left in the bucket, so that requests that arrive closer together than they left find their token.
    private const double ReserveSeconds = 0.15;

    // Beside programs that take all they can get, requests go out at this share of the rate although the bucket seems
    // to be empty: whoever waits for tokens to be left gets none. A neighbor that looks at the bucket leaves more.
    // Greedy is who takes that share, or leaves nothing: of the latest answers so many more found the bucket empty.
    private const double FairShare = 0.45;
    private const double Greed = 0.65;
    private const int EmptyAnswers = 3;

    private readonly LearnedRate _learned = new(pacing);
    private bool _isAnnounced;
    private int _emptied;

    // Until the server has announced its bucket, which its first answer does or none: less than the smallest one seen
    // (ten, ten a second), because another program may be using it and requests arrive closer together than they left.
    private double _rate = pacing.Rate;
    private double _burst = pacing.Burst;
    private double _reserve;
    private double _tokens = pacing.Burst;
    private double _asOf;
    private double _closedUntil = double.NegativeInfinity;
    private double _leftAt = double.NegativeInfinity;
    private readonly List<Flight> _underWay = [];
    private readonly OtherClientsEstimator _others = new();
    private long _sent;

    // At worst others take nearly everything; what is left over for this program still comes.
    private double Growth => Math.Max(_rate * 0.1, _rate - _others.Rate);

    private double Reserve => Math.Min(_burst - 1, _reserve + _others.Reserve);

    /// <summary>Takes a token.</summary>
    /// <returns>0 when it was taken, else the seconds to wait before asking again.</returns>
    public double TryTake(double now)
    {
        Refill(now);
        double wait = now < _closedUntil ? _closedUntil - now : UntilToken(now);
        if (wait > 0)
        {
            _learned.Waits(now, wait);
            return wait;
        }

        Take(now);
        return 0;
    }

    /// <summary>Lets a request through that has waited long enough, whether there is a token or not.</summary>
    public void Take(double now)
    {
        Refill(now);
        _tokens--;
        _leftAt = now;
        _underWay.Add(new Flight(++_sent, now, _underWay.Count));
    }

    /// <summary>Notes that a request has ended.</summary>
    /// <param name="sentAt">When it was let through.</param>
    /// <param name="now">The present.</param>
    /// <param name="bucket">What its answer announced; null where it announced nothing or none came.</param>
    public void Ended(double sentAt, double now, RateLimitHeaders? bucket)
    {
        Refill(now);
        Flight flight = _underWay.Find(one => one.SentAt == sentAt) ?? new Flight(0, sentAt, 0);
        _underWay.Remove(flight);
        _learned.Ended();
        _isAnnounced |= bucket is not null;
        // A server that counts seconds may announce a larger bucket all the same: the lower rate holds, one by one.
        if (bucket is not { } announced || (pacing.IsCeiling && announced.Rate >= pacing.Rate))
        {
            return;
        }

        _rate = announced.Rate;
        _burst = announced.Burst;
        // A bucket of one token has nothing to spare: with a reserve it would never be full enough.
        _reserve = Math.Min(_burst - 1, Math.Min(_burst * 0.2, _rate * ReserveSeconds));

        _emptied = Math.Clamp(_emptied + (announced.Remaining < 1 ? 1 : -1), 0, 2 * EmptyAnswers);
        _others.Announced(flight.Number, sentAt, announced);

        // At worst all that were on their way at the same time came after the server looked. At best the server filled
        // up during the whole journey, and only those sent later that are still on their way came after it looked.
        double least = announced.Remaining - (_sent - flight.Number) - flight.Before;
        double most = announced.Remaining + (Growth * (now - sentAt))
            - _underWay.Count(other => other.Number > flight.Number);
        _tokens = Math.Min(_burst, Math.Clamp(_tokens, least, Math.Max(least, most)));
    }

    /// <summary>Notes that a request which ended was refused: nothing more goes out before the wait is over.</summary>
    /// <param name="sentAt">When it was let through.</param>
    /// <param name="now">The present.</param>
    /// <param name="wait">Seconds that the server asked for; 0 where it did not.</param>
    public void Refused(double sentAt, double now, double wait)
    {
        Refill(now);
        _others.Refused();
        _learned.Refused(sentAt, now, wait);
        Follow();
        _tokens = Math.Min(_tokens, _reserve);
        _closedUntil = Math.Max(_closedUntil, now + wait);
    }

    private double UntilToken(double now)
    {
        double missing = 1 + Reserve - _tokens;
        double wait = missing > 1e-9 ? missing / Growth : 0;
        return _others.Rate > Greed * _rate || (_others.Rate > 0 && _emptied >= EmptyAnswers)
            ? Math.Clamp(_leftAt + (1 / (FairShare * _rate)) - now, 0, wait)
            : wait;
    }

    private void Follow()
    {
        if (!_isAnnounced)
        {
            _rate = _learned.Rate;
            _burst = _learned.Burst;
        }
    }

    private void Refill(double now)
    {
        _learned.Advance(now);
        Follow();
        _tokens = Math.Min(_burst, _tokens + (Math.Max(0, now - _asOf) * Growth));
        _asOf = Math.Max(_asOf, now);
    }

    // A request on its way: its sequence number, when it left, and how many were on their way then.
    private sealed class Flight(long number, double sentAt, int before)
    {
        public long Number => number;

        public double SentAt => sentAt;

        public int Before => before;
    }
}

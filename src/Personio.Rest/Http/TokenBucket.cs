namespace Personio.Rest.Http;

/// <summary>
/// The token bucket of one endpoint, kept in step with what the server announces. Pure: the time is passed in as
/// seconds of any steady clock. Not thread-safe; the handler holds a lock.
/// </summary>
/// <remarks>
/// The remaining tokens that the server announces are outdated by the travel time, and answers overtake each other.
/// They therefore only bound our own count from below and above; between the bounds our own count is more accurate.
/// What others take from the same bucket is estimated: our count grows that much slower, and some tokens stay in the
/// bucket for them.
/// </remarks>
internal sealed class TokenBucket(Pacing pacing)
{
    // A small reserve, so that requests that arrive closer together than they were sent still find a token.
    private const double ReserveSeconds = 0.15;

    // Next to programs that take every token, requests are sent at this share of the rate although the bucket seems
    // empty: waiting for leftover tokens would yield none. A neighbor that respects the bucket leaves more. A neighbor
    // is greedy if it takes GreedyShare, or if the latest answers found the bucket empty that many more times
    // than not.
    private const double FairShare = 0.45;
    private const double GreedyShare = 0.65;
    private const int GreedyEmptyAnswers = 3;

    private readonly LearnedRate _learned = new(pacing);
    private bool _isAnnounced;
    private int _emptyAnswers;

    // Used until the server announces its bucket, which it does with its first answer or never. Smaller than the
    // smallest bucket seen (ten tokens, ten per second), because another program may be using it and requests arrive
    // closer together than they were sent.
    private double _rate = pacing.Rate;
    private double _burst = pacing.Burst;
    private double _reserve;
    private double _tokens = pacing.Burst;
    private double _asOf;
    private double _closedUntil = double.NegativeInfinity;
    private double _lastSentAt = double.NegativeInfinity;
    private readonly List<InFlightRequest> _inFlight = [];
    private readonly OtherClientsEstimator _otherClients = new();
    private long _sent;

    // Even if others take nearly everything, this program still gets what is left over.
    private double Growth => Math.Max(_rate * 0.1, _rate - _otherClients.Rate);

    private double Reserve => Math.Min(_burst - 1, _reserve + _otherClients.Reserve);

    /// <summary>Takes a token.</summary>
    /// <returns>0 if a token was taken, otherwise the seconds to wait before trying again.</returns>
    public double TryTake(double now)
    {
        Refill(now);
        double wait = now < _closedUntil ? _closedUntil - now : SecondsUntilToken(now);
        if (wait > 0)
        {
            _learned.RecordWait(now, wait);
            return wait;
        }

        Take(now);
        return 0;
    }

    /// <summary>Lets a request through that has waited long enough, with or without a token.</summary>
    public void Take(double now)
    {
        Refill(now);
        _tokens--;
        _lastSentAt = now;
        _inFlight.Add(new InFlightRequest(++_sent, now, _inFlight.Count));
    }

    /// <summary>Records that a request has ended.</summary>
    /// <param name="sentAt">When it was let through.</param>
    /// <param name="now">The current time.</param>
    /// <param name="bucket">The bucket its answer announced; null if it announced none or no answer arrived.</param>
    public void RecordCompletion(double sentAt, double now, RateLimitHeaders? bucket)
    {
        Refill(now);
        InFlightRequest flight = _inFlight.Find(one => one.SentAt == sentAt) ?? new InFlightRequest(0, sentAt, 0);
        _inFlight.Remove(flight);
        _learned.RecordCompletion();
        _isAnnounced |= bucket is not null;
        // A server that counts per second may still announce a larger bucket. The lower rate and its burst apply.
        if (bucket is not { } announced || (pacing.IsCeiling && announced.Rate >= pacing.Rate))
        {
            return;
        }

        _rate = announced.Rate;
        _burst = announced.Burst;
        // A bucket of one token has nothing to spare: with a reserve it would never be full enough.
        _reserve = Math.Min(_burst - 1, Math.Min(_burst * 0.2, _rate * ReserveSeconds));

        _emptyAnswers = Math.Clamp(_emptyAnswers + (announced.Remaining < 1 ? 1 : -1), 0, 2 * GreedyEmptyAnswers);
        _otherClients.RecordAnnouncement(flight.Number, sentAt, announced);

        // At worst, all requests in flight at the same time arrived after the server looked. At best, the server
        // refilled during the whole round trip, and only later requests still in flight arrive after it looked.
        double minTokens = announced.Remaining - (_sent - flight.Number) - flight.InFlightBefore;
        double maxTokens = announced.Remaining + (Growth * (now - sentAt))
            - _inFlight.Count(other => other.Number > flight.Number);
        _tokens = Math.Min(_burst, Math.Clamp(_tokens, minTokens, Math.Max(minTokens, maxTokens)));
    }

    /// <summary>Records that a request which ended was refused: nothing is sent until the wait is over.</summary>
    /// <param name="sentAt">When it was let through.</param>
    /// <param name="now">The current time.</param>
    /// <param name="wait">Seconds the server asked to wait; 0 if it did not say.</param>
    public void RecordRefusal(double sentAt, double now, double wait)
    {
        Refill(now);
        _otherClients.RecordRefusal();
        _learned.RecordRefusal(sentAt, now, wait);
        FollowLearnedRate();
        _tokens = Math.Min(_tokens, _reserve);
        _closedUntil = Math.Max(_closedUntil, now + wait);
    }

    private double SecondsUntilToken(double now)
    {
        double missing = 1 + Reserve - _tokens;
        double wait = missing > 1e-9 ? missing / Growth : 0;
        return _otherClients.Rate > GreedyShare * _rate
            || (_otherClients.Rate > 0 && _emptyAnswers >= GreedyEmptyAnswers)
            ? Math.Clamp(_lastSentAt + (1 / (FairShare * _rate)) - now, 0, wait)
            : wait;
    }

    private void FollowLearnedRate()
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
        FollowLearnedRate();
        _tokens = Math.Min(_burst, _tokens + (Math.Max(0, now - _asOf) * Growth));
        _asOf = Math.Max(_asOf, now);
    }

    // A request in flight: its sequence number, when it was sent, and how many were in flight then.
    private sealed class InFlightRequest(long number, double sentAt, int inFlightBefore)
    {
        public long Number => number;

        public double SentAt => sentAt;

        public int InFlightBefore => inFlightBefore;
    }
}

namespace Personio.Rest.Http;

/// <summary>
/// Estimates what other programs take from a bucket, based on what the server announces: tokens that were refilled and
/// are neither left nor taken by us were taken by others. Pure, like the token bucket.
/// </summary>
internal sealed class OtherClientsEstimator
{
    // Seconds after which an observation counts half.
    private const double HalfLife = 3;

    // Below this share of the refill rate, no other client is assumed.
    private const double Noise = 0.04;

    // Seconds of observation required before judging, and tokens that may be missing without another client having
    // taken them: counts are whole numbers, and answers overtake each other.
    private const double Evidence = 1;
    private const double Doubt = 1;

    private double _seconds;
    private double _own;
    private double _taken;
    private (long Number, double SentAt, RateLimitHeaders Bucket)? _last;

    /// <summary>Tokens per second that others take; 0 if no other client was observed.</summary>
    public double Rate { get; private set; }

    /// <summary>Tokens to leave in the bucket for others. The larger our own share, the more we leave.</summary>
    public double Reserve { get; private set; }

    /// <summary>Records what the answer to a request announced.</summary>
    /// <param name="number">The sequence number of the request.</param>
    /// <param name="sentAt">When the request was sent, in seconds.</param>
    /// <param name="bucket">The bucket that the answer announced.</param>
    public void Announced(long number, double sentAt, RateLimitHeaders bucket)
    {
        if (_last is not { } last)
        {
            _last = (number, sentAt, bucket);
            return;
        }

        // An answer that was overtaken by a later one carries no new information.
        if (number <= last.Number)
        {
            return;
        }

        _last = (number, sentAt, bucket);
        double seconds = sentAt - last.SentAt;
        long own = number - last.Number;
        double refilled = bucket.Rate * seconds;
        // If the bucket may have been full in between, it lost tokens that nobody took.
        if (bucket.Rate != last.Bucket.Rate || last.Bucket.Remaining + refilled > bucket.Burst)
        {
            return;
        }

        double kept = Math.Pow(0.5, seconds / HalfLife);
        _seconds = (_seconds * kept) + seconds;
        _own = (_own * kept) + own;
        _taken = (_taken * kept) + refilled - own - (bucket.Remaining - last.Bucket.Remaining);
        Judge(bucket);
    }

    /// <summary>Records that a request was refused and therefore took no token.</summary>
    public void Refused()
    {
        _own--;
        _taken++;
    }

    private void Judge(RateLimitHeaders bucket)
    {
        double rate = _seconds < Evidence ? 0 : Math.Clamp((_taken - Doubt) / _seconds, 0, bucket.Rate);
        Rate = rate < Noise * bucket.Rate ? 0 : rate;
        double share = Math.Clamp(_own / Math.Max(1, _own + _taken), 0, 1);
        Reserve = Rate == 0 ? 0 : Math.Min(bucket.Burst, bucket.Rate) * 0.5 * share;
    }
}

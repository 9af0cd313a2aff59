namespace Personio.Rest.Http;

/// <summary>
/// What other programs take from a bucket, found out from what the server announces: what was refilled and is neither
/// left nor taken here was taken by others. Pure, like the token bucket.
/// </summary>
internal sealed class OtherClientsEstimator
{
    // Seconds after which what was seen counts half as much.
    private const double HalfLife = 3;

    // Below this share of the refill nobody else is assumed.
    private const double Noise = 0.04;

    // Seconds that have to be seen first, and tokens that may be missing without anybody having taken them: counts are
    // whole numbers, and answers overtake each other.
    private const double Evidence = 1;
    private const double Doubt = 1;

    private double _seconds;
    private double _own;
    private double _taken;
    private (long Number, double SentAt, RateLimitHeaders Bucket)? _last;

    /// <summary>Tokens a second that others take; 0 where nobody else was seen.</summary>
    public double Rate { get; private set; }

    /// <summary>Tokens to leave in the bucket for the others. The more is taken here, the more is left.</summary>
    public double Reserve { get; private set; }

    /// <summary>Notes what the answer to a request announced.</summary>
    /// <param name="number">The sequence number of the request.</param>
    /// <param name="sentAt">When it was sent, in seconds.</param>
    /// <param name="bucket">What its answer announced.</param>
    public void Announced(long number, double sentAt, RateLimitHeaders bucket)
    {
        if (_last is not { } last)
        {
            _last = (number, sentAt, bucket);
            return;
        }

        // An answer that was overtaken says nothing new.
        if (number <= last.Number)
        {
            return;
        }

        _last = (number, sentAt, bucket);
        double seconds = sentAt - last.SentAt;
        long own = number - last.Number;
        double refilled = bucket.Rate * seconds;
        // A bucket that may have been full in between swallowed what nobody took.
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

    /// <summary>Notes that a request was refused, and so took no token.</summary>
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

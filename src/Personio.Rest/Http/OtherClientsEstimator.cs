namespace Personio.Rest.Http;

/// <summary>
/// Estimates what other programs take from a bucket, based on what the server announces: tokens that were refilled and
/// are neither left nor taken by us were taken by others. Pure, like the token bucket.
/// </summary>
internal sealed class OtherClientsEstimator
{
    // Seconds after which an observation counts half.
    private const double HalfLifeSeconds = 3;

    // Below this share of the refill rate, no other client is assumed.
    private const double NoiseShare = 0.04;

    // Seconds of observation required before judging, and tokens that may be missing without another client having
    // taken them: counts are whole numbers, and answers overtake each other.
    private const double MinObservationSeconds = 1;
    private const double ToleratedTokens = 1;

    private double _observedSeconds;
    private double _ownTokens;
    private double _othersTokens;
    private (long Number, double SentAt, RateLimitHeaders Bucket)? _last;

    /// <summary>Tokens per second that others take; 0 if no other client was observed.</summary>
    public double Rate { get; private set; }

    /// <summary>Tokens to leave in the bucket for others. The larger our own share, the more we leave.</summary>
    public double Reserve { get; private set; }

    /// <summary>Records what the answer to a request announced.</summary>
    /// <param name="number">The sequence number of the request.</param>
    /// <param name="sentAt">When the request was sent, in seconds.</param>
    /// <param name="bucket">The bucket that the answer announced.</param>
    public void RecordAnnouncement(long number, double sentAt, RateLimitHeaders bucket)
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

        double kept = Math.Pow(0.5, seconds / HalfLifeSeconds);
        _observedSeconds = (_observedSeconds * kept) + seconds;
        _ownTokens = (_ownTokens * kept) + own;
        _othersTokens = (_othersTokens * kept) + refilled - own - (bucket.Remaining - last.Bucket.Remaining);
        UpdateEstimate(bucket);
    }

    /// <summary>Records that a request was refused and therefore took no token.</summary>
    public void RecordRefusal()
    {
        _ownTokens--;
        _othersTokens++;
    }

    private void UpdateEstimate(RateLimitHeaders bucket)
    {
        double rate = _observedSeconds < MinObservationSeconds
            ? 0
            : Math.Clamp((_othersTokens - ToleratedTokens) / _observedSeconds, 0, bucket.Rate);
        Rate = rate < NoiseShare * bucket.Rate ? 0 : rate;
        double share = Math.Clamp(_ownTokens / Math.Max(1, _ownTokens + _othersTokens), 0, 1);
        Reserve = Rate == 0 ? 0 : Math.Min(bucket.Burst, bucket.Rate) * 0.5 * share;
    }
}

using System.Net;
using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>
/// How long to wait before a request is sent again. Pure: headers, attempt, time and dice in, a delay out.
/// </summary>
internal static class RetryDelay
{
    /// <summary>The longest wait a server may ask for. Beyond that, the call fails and says so.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(5);

    /// <summary>The minimum first wait after a refusal that does not say when to retry.</summary>
    public static readonly TimeSpan DefaultRefillDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_baseDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_maxBackoff = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Returns the wait the server asked for (<c>Retry-After</c>). Otherwise, for a 429, the time its bucket needs,
    /// starting at one second if it announces none; for everything else, exponential backoff with full jitter, up to 30
    /// s.
    /// </summary>
    /// <param name="status">The status of the answer; null if none arrived.</param>
    /// <param name="headers">The headers of the answer; null if none arrived.</param>
    /// <param name="attempt">0 for the wait after the first try.</param>
    /// <param name="now">The current time, for a <c>Retry-After</c> with a date.</param>
    /// <param name="dice">A number from 0 (inclusive) to 1 (exclusive).</param>
    /// <param name="bucket">The names of the bucket headers; null if the service has none.</param>
    public static TimeSpan Compute(
        HttpStatusCode? status, HttpResponseHeaders? headers, int attempt, DateTimeOffset now, double dice,
        BucketHeaders? bucket = null) =>
        ReadRetryAfter(headers, now)
        ?? (status == HttpStatusCode.TooManyRequests ? RefillDelay(headers, bucket, attempt, dice) : (TimeSpan?)null)
        ?? ExponentialDelay(s_baseDelay, attempt) * dice;

    /// <summary>The wait that <c>Retry-After</c> asks for, in either of its forms; null if it asks for none.</summary>
    /// <remarks>
    /// A date is compared with the server's own clock if the answer includes it. A wait of zero is ignored: it would
    /// use up all tries in a moment.
    /// </remarks>
    public static TimeSpan? ReadRetryAfter(HttpResponseHeaders? headers, DateTimeOffset now)
    {
        TimeSpan? requested = headers?.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (headers.Date ?? now),
            _ => null,
        };
        return requested > TimeSpan.Zero ? requested : null;
    }

    // Others wait for the same bucket, and some servers refill it only once a second, so each wait is longer.
    private static TimeSpan RefillDelay(
        HttpResponseHeaders? headers, BucketHeaders? names, int attempt, double dice)
    {
        TimeSpan start = headers is not null && names?.Read(headers) is { Rate: > 0 } bucket
            ? TimeSpan.FromSeconds(Math.Min(s_maxBackoff.TotalSeconds, 1 / bucket.Rate))
            : DefaultRefillDelay;
        return ExponentialDelay(start, attempt) * (1 + dice);
    }

    private static TimeSpan ExponentialDelay(TimeSpan start, int attempt) =>
        TimeSpan.FromSeconds(
            Math.Min(s_maxBackoff.TotalSeconds, start.TotalSeconds * Math.Pow(2, Math.Min(attempt, 30))));
}

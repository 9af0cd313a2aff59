using System.Net;
using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>
/// How long to wait before a request is sent again. Pure: headers, attempt, time and dice in, a delay out.
/// </summary>
internal static class RetryDelay
{
    /// <summary>The longest wait a server may ask for. Beyond it the call fails and says so.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The first wait after a refusal that says nothing of when to come again, at least.</summary>
    public static readonly TimeSpan Unannounced = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_base = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The server's word (<c>Retry-After</c>), else for a 429 the time its bucket needs, or a second and longer where it
    /// announces none; else exponential with full jitter up to 30 s.
    /// </summary>
    /// <param name="status">The status of the answer; null where none came.</param>
    /// <param name="headers">The headers of the answer; null where none came.</param>
    /// <param name="attempt">0 for the wait after the first try.</param>
    /// <param name="now">The present instant, for a <c>Retry-After</c> with a date.</param>
    /// <param name="dice">A number from 0 (inclusive) to 1 (exclusive).</param>
    /// <param name="bucket">The headers of the bucket; null where the service has none.</param>
    public static TimeSpan For(
        HttpStatusCode? status, HttpResponseHeaders? headers, int attempt, DateTimeOffset now, double dice,
        BucketHeaders? bucket = null) =>
        Asked(headers, now)
        ?? (status == HttpStatusCode.TooManyRequests ? Refill(headers, bucket, attempt, dice) : (TimeSpan?)null)
        ?? Grown(s_base, attempt) * dice;

    /// <summary>What <c>Retry-After</c> asks for, in either of its forms; null where it asks for no wait.</summary>
    /// <remarks>
    /// A date is taken against the server's own clock where the answer has it. No wait at all is no word: the tries
    /// would be used up in a moment.
    /// </remarks>
    public static TimeSpan? Asked(HttpResponseHeaders? headers, DateTimeOffset now)
    {
        TimeSpan? asked = headers?.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (headers.Date ?? now),
            _ => null,
        };
        return asked > TimeSpan.Zero ? asked : null;
    }

    // Others wait for the same bucket, and some servers refill it only once a second: so wait longer each time.
    private static TimeSpan Refill(
        HttpResponseHeaders? headers, BucketHeaders? names, int attempt, double dice)
    {
        TimeSpan start = headers is not null && names?.Read(headers) is { Rate: > 0 } bucket
            ? TimeSpan.FromSeconds(Math.Min(s_ceiling.TotalSeconds, 1 / bucket.Rate))
            : Unannounced;
        return Grown(start, attempt) * (1 + dice);
    }

    private static TimeSpan Grown(TimeSpan start, int attempt) =>
        TimeSpan.FromSeconds(Math.Min(s_ceiling.TotalSeconds, start.TotalSeconds * Math.Pow(2, Math.Min(attempt, 30))));
}

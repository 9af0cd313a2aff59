using System.Globalization;
using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>The names of the headers in which a service announces the token bucket of an endpoint.</summary>
/// <param name="Rate">Tokens added each second.</param>
/// <param name="Burst">The most tokens the bucket holds.</param>
/// <param name="Remaining">Tokens left.</param>
/// <param name="Cost">Tokens this request took; null if every request takes one.</param>
internal sealed record BucketHeaders(string Rate, string Burst, string Remaining, string? Cost = null)
{
    // A slower rate would mean longer waits than a server may ask for.
    private static readonly double s_minRate = 1 / RetryDelay.MaxDelay.TotalSeconds;

    /// <summary>Reads the bucket; null if headers are missing or make no sense.</summary>
    /// <remarks>If a request costs more than one token, the bucket is that much smaller.</remarks>
    public RateLimitHeaders? Read(HttpResponseHeaders headers)
    {
        double cost = Cost is not null && Number(headers, Cost) is { } tokens and > 0 ? tokens : 1;
        return Number(headers, Rate) is { } rate && rate / cost >= s_minRate
            && Number(headers, Burst) is { } burst and > 0
            && Number(headers, Remaining) is { } remaining
            ? new RateLimitHeaders(rate / cost, Math.Max(1, burst / cost), Math.Clamp(remaining, 0, burst) / cost)
            : null;
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
        && double.TryParse(
            values.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;
}

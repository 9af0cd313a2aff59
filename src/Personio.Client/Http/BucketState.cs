using System.Globalization;
using System.Net.Http.Headers;

namespace Personio.Client.Http;

/// <summary>The token bucket of an endpoint as an answer announces it.</summary>
/// <param name="Rate">Tokens added each second.</param>
/// <param name="Burst">The most tokens it holds.</param>
/// <param name="Remaining">Tokens left when the server looked.</param>
internal readonly record struct BucketState(double Rate, double Burst, double Remaining)
{
    // Slower than the longest wait a server may ask for: whoever believed that would wait for ever.
    private static readonly double s_slowest = 1 / RetryDelay.Longest.TotalSeconds;

    /// <summary>Reads <c>x-ratelimit-*</c>; null where they are missing or make no sense.</summary>
    /// <remarks>A request may cost more than one token (<c>requested-tokens</c>): then the bucket is that much smaller.
    /// </remarks>
    public static BucketState? Read(HttpResponseHeaders headers)
    {
        double cost = Number(headers, "x-ratelimit-requested-tokens") is { } tokens and > 0 ? tokens : 1;
        return Number(headers, "x-ratelimit-replenish-rate") is { } rate && rate / cost >= s_slowest
            && Number(headers, "x-ratelimit-burst-capacity") is { } burst and > 0
            && Number(headers, "x-ratelimit-remaining") is { } remaining
            ? new BucketState(rate / cost, Math.Max(1, burst / cost), Math.Clamp(remaining, 0, burst) / cost)
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

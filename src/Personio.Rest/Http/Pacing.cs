namespace Personio.Rest.Http;

/// <summary>How fast requests are sent if the service announces no bucket.</summary>
/// <param name="Rate">The initial rate, in requests per second.</param>
/// <param name="Burst">How many requests may be sent in a burst after a pause.</param>
/// <param name="InFlight">How many requests may be awaiting an answer at the same time; null for no limit.</param>
/// <param name="IsCeiling">Whether the rate also applies if the service announces a larger bucket, because its limit is
/// counted differently.</param>
/// <param name="IsShared">Whether all endpoints share one bucket instead of having one each.</param>
/// <param name="Ceiling">The highest rate, in requests per second, tried if the service announces none; null for
/// <paramref name="Rate"/>.</param>
internal sealed record Pacing(double Rate = 8, double Burst = 4, int? InFlight = null, bool IsShared = false,
    bool IsCeiling = false, double? Ceiling = null)
{
    /// <summary>The highest rate, in requests per second, tried if the service announces none.</summary>
    public double MaxRate => Math.Max(Rate, Ceiling ?? Rate);
}

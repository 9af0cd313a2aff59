namespace Personio.Rest.Http;

/// <summary>How fast requests go out where no bucket of the service is known.</summary>
/// <param name="Rate">Requests a second to begin with.</param>
/// <param name="Burst">How many may go out at once after a pause.</param>
/// <param name="InFlight">How many may be without an answer at the same time; null for no such limit.</param>
/// <param name="IsCeiling">
/// Whether it also holds where the service announces a larger bucket, because its limit counts otherwise.
/// </param>
/// <param name="IsShared">Whether all endpoints share one bucket; else each has its own.</param>
/// <param name="Ceiling">
/// The most requests a second that are tried where nothing is announced; null where that is <paramref name="Rate"/>.
/// </param>
internal sealed record Pacing(double Rate = 8, double Burst = 4, int? InFlight = null, bool IsShared = false,
    bool IsCeiling = false, double? Ceiling = null)
{
    /// <summary>The most requests a second that are tried where nothing is announced.</summary>
    public double Highest => Math.Max(Rate, Ceiling ?? Rate);
}

using System.Globalization;

namespace Personio.Sandbox;

/// <summary>The decision of a token bucket for one request.</summary>
internal readonly record struct RateDecision(bool IsAllowed, int Rate, int Burst, int Remaining, double WaitSeconds)
{
    /// <summary>Adds the four headers that every response of the API carries.</summary>
    public void AddTo(List<KeyValuePair<string, string>> headers)
    {
        headers.Add(new("x-ratelimit-replenish-rate", Rate.ToString(CultureInfo.InvariantCulture)));
        headers.Add(new("x-ratelimit-burst-capacity", Burst.ToString(CultureInfo.InvariantCulture)));
        headers.Add(new("x-ratelimit-requested-tokens", "1"));
        headers.Add(new("x-ratelimit-remaining", Remaining.ToString(CultureInfo.InvariantCulture)));
    }
}

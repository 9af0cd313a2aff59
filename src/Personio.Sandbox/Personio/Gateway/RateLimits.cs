using Personio.Sandbox.Api;

namespace Personio.Sandbox;

/// <summary>
/// A token bucket per endpoint, refilled continuously, and the per-minute limit of the token endpoints.
/// </summary>
internal sealed class RateLimits(SandboxOptions options)
{
    private const int Unlimited = 10_000;
    private const int TokensPerMinute = 150;
    private const string Persons = "/v2/persons";
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Dictionary<string, (double Tokens, long At)> _buckets = new(StringComparer.Ordinal);
    private DateTimeOffset _windowStart;
    private DateTimeOffset _penaltyEnd;
    private DateTimeOffset _lastAllowed;
    private int _count;

    public RateDecision Take(Route? route)
    {
        if (!options.RateLimits)
        {
            return new RateDecision(true, Unlimited, Unlimited, Unlimited - 1, 0);
        }

        string key = KeyOf(route);
        (int rate, int burst) = key switch
        {
            Persons => (30, 100),
            "GET /v2/compensations" or "GET /v2/compensations/types" => (5, 5),
            _ => (10, 10),
        };
        return Take(key, rate, burst);
    }

    /// <summary>Allows 150 requests a minute; a client over the limit gets one a second for the next minute.</summary>
    public RateDecision TakeSession()
    {
        if (!options.RateLimits)
        {
            return new RateDecision(true, Unlimited, Unlimited, Unlimited - 1, 0);
        }

        DateTimeOffset now = options.Clock.GetUtcNow();
        lock (_gate)
        {
            bool isAllowed = now < _penaltyEnd ? now - _lastAllowed >= TimeSpan.FromSeconds(1) : Count(now);
            _lastAllowed = isAllowed ? now : _lastAllowed;
            int remaining = Math.Max(0, TokensPerMinute - _count);
            return new RateDecision(isAllowed, 1, TokensPerMinute, remaining, 1);
        }
    }

    private string KeyOf(Route? route)
    {
        bool isShared = options.SharedPersonsRate && route is { Method: "GET" }
            && route.Template.StartsWith(Persons, StringComparison.Ordinal);
        return isShared ? Persons : route?.RateKey ?? "unknown";
    }

    private bool Count(DateTimeOffset now)
    {
        // Counting restarts after a minute and after a penalty.
        if (now - _windowStart >= s_minute || _count > TokensPerMinute)
        {
            (_windowStart, _count) = (now, 0);
        }

        if (++_count <= TokensPerMinute)
        {
            return true;
        }

        (_penaltyEnd, _lastAllowed) = (now + s_minute, now);
        return false;
    }

    private RateDecision Take(string key, int rate, int burst)
    {
        long now = options.Clock.GetTimestamp();
        lock (_gate)
        {
            (double tokens, long at) = _buckets.GetValueOrDefault(key, (burst, now));
            tokens = Math.Min(burst, tokens + (options.Clock.GetElapsedTime(at, now).TotalSeconds * rate));
            bool isAllowed = tokens >= 1;
            tokens -= isAllowed ? 1 : 0;
            _buckets[key] = (tokens, now);
            return new RateDecision(isAllowed, rate, burst, (int)tokens, Math.Max(0, (1 - tokens) / rate));
        }
    }
}

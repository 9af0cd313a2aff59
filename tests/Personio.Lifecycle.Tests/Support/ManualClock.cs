namespace Personio.Lifecycle.Tests.Support;

/// <summary>A clock that moves only when a test moves it. Waiting on it takes no time.</summary>
internal sealed class ManualClock(DateTimeOffset now, TimeZoneInfo? zone = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone => zone ?? TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}

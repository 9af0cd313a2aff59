using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>
/// When a plan is made, and which day counts as today. HR's days have no time zone: today is the day in the company's
/// time zone, not in UTC.
/// </summary>
public sealed record PlanMoment
{
    private PlanMoment(DateTimeOffset now, TimeZoneInfo zone, DateOnly today)
    {
        PlannedAt = now;
        Zone = zone;
        Today = today;
    }

    /// <summary>When the plan is made, with the offset of the time zone, in whole seconds.</summary>
    public DateTimeOffset PlannedAt { get; }

    /// <summary>The company's time zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The day that counts as today.</summary>
    public DateOnly Today { get; }

    /// <summary>Whether that day is not the real one. Such a plan is a preview and cannot be applied.</summary>
    public bool IsPreview => Today != DateOnly.FromDateTime(PlannedAt.DateTime);

    /// <summary>Reads the clock once.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="zone">The company's time zone; null for the clock's own.</param>
    /// <param name="asOf">Another day to use as today, for a preview; null for the real one.</param>
    public static PlanMoment From(TimeProvider clock, TimeZoneInfo? zone = null, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        zone ??= clock.LocalTimeZone;
        DateTimeOffset now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        return new PlanMoment(now, zone, asOf ?? DateOnly.FromDateTime(now.DateTime));
    }

    /// <summary>Finds a time zone by its IANA or Windows name.</summary>
    /// <exception cref="LifecycleException">This machine does not know the name (<c>InvalidOption</c>).</exception>
    public static TimeZoneInfo FindZone(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception fault) when (fault is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"Time zone '{name}' was not found. Use an IANA name such as Europe/Berlin or a Windows name.");
        }
    }

    /// <summary>The day in another time zone at the same instant; in a preview, always the preview's day.</summary>
    internal DateOnly TodayIn(TimeZoneInfo? zone) => zone is null || IsPreview
        ? Today
        : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(PlannedAt, zone).DateTime);

    internal string PlannedAtText => PlannedAt.ToString(DayText.MomentFormat, CultureInfo.InvariantCulture);
}

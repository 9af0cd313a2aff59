namespace Personio.Parameters;

/// <summary>
/// Converts dates to filter bounds, with slack if the exact moment is uncertain: a filter should return one match too
/// many rather than miss one.
/// </summary>
internal static class FilterBounds
{
    /// <summary>
    /// Midnight of a shifted day, written as if the local time were UTC, for filters with slack. Null if the day is
    /// null or too close to the limits of DateTime, which means no bound.
    /// </summary>
    public static string? UtcMidnight(DateTime? day, int days) => DateText.Instant(Shift(day, days));

    /// <summary>Noon of a shifted day, under the same rules.</summary>
    public static string? UtcNoon(DateTime? day, int days) => DateText.Instant(Shift(day, days)?.AddHours(12));

    /// <summary>The shifted day; null if the day is null or too close to the limits of DateTime.</summary>
    public static string? Day(DateTime? day, int days) => DateText.Day(Shift(day, days));

    /// <summary>
    /// The lower bound of a filter on local time, without offset or fraction. If this computer's clock repeats or skips
    /// the hour, the bound is an hour earlier: nothing is missed whichever occurrence the service assumes.
    /// </summary>
    public static string? WallClockFloor(DateTime? moment) =>
        DateText.WallClock(moment is { } known ? Local(known, -1) : null);

    /// <summary>
    /// The upper bound of such a filter: rounded up to the next second, and an hour later if the hour is repeated or
    /// skipped.
    /// </summary>
    public static string? WallClockCeiling(DateTime? moment) =>
        DateText.WallClock(moment is { } known ? RaiseToSecond(Local(known, 1)) : null);

    /// <summary>An instant in UTC, rounded down to the second.</summary>
    public static string? UtcFloor(DateTime? moment) =>
        DateText.Instant(moment is { } known ? Earliest(known) : (DateTime?)null);

    /// <summary>An instant in UTC, rounded up to the second.</summary>
    public static string? UtcCeiling(DateTime? moment) =>
        UtcFloor(moment is { } known ? RaiseToSecond(known.ToUniversalTime()) : null);

    // No second follows [datetime]::MaxValue.
    private static DateTime RaiseToSecond(DateTime moment) => moment <= DateTime.MaxValue.AddSeconds(-1)
        ? moment.AddTicks(TimeSpan.TicksPerSecond - 1)
        : moment;

    // A time that the clock repeats in fall can mean either of two instants, and a time that it skips in spring means
    // none: the earlier instant is used, so that nothing is missed.
    private static DateTime Earliest(DateTime moment)
    {
        TimeZoneInfo here = TimeZoneInfo.Local;
        if (moment.Kind == DateTimeKind.Utc || !(here.IsAmbiguousTime(moment) || here.IsInvalidTime(moment)))
        {
            return moment.ToUniversalTime();
        }

        (TimeSpan before, TimeSpan after) =
            (here.GetUtcOffset(moment.AddDays(-1)), here.GetUtcOffset(moment.AddDays(1)));
        return DateTime.SpecifyKind(moment - (before > after ? before : after), DateTimeKind.Utc);
    }

    private static DateTime Local(DateTime moment, int doubtfulHours)
    {
        DateTime clock = DateTime.SpecifyKind(
            moment.Kind == DateTimeKind.Utc ? moment.ToLocalTime() : moment, DateTimeKind.Unspecified);
        return TimeZoneInfo.Local.IsAmbiguousTime(clock) || TimeZoneInfo.Local.IsInvalidTime(clock)
            ? clock.AddHours(doubtfulHours)
            : clock;
    }

    private static DateTime? Shift(DateTime? day, int days) =>
        day is { } from && from.Date > DateTime.MinValue.AddDays(7) && from.Date < DateTime.MaxValue.AddDays(-7)
            ? from.Date.AddDays(days)
            : null;
}

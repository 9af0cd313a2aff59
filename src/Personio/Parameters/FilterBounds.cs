namespace Personio.Parameters;

/// <summary>
/// Dates as the bounds of filters take them, with slack wherever it is not certain which moment is meant: a filter finds
/// rather one too many.
/// </summary>
internal static class FilterBounds
{
    /// <summary>
    /// The midnight some days from a day, written as if the wall clock were UTC: for filters with slack. Null where
    /// there is no such day, which bounds nothing.
    /// </summary>
    public static string? UtcMidnight(DateTime? day, int days) => DateText.Instant(Shifted(day, days));

    /// <summary>The noon some days from a day, likewise.</summary>
    public static string? UtcNoon(DateTime? day, int days) => DateText.Instant(Shifted(day, days)?.AddHours(12));

    /// <summary>The day some days from a day; null where there is no such day.</summary>
    public static string? Day(DateTime? day, int days) => DateText.Day(Shifted(day, days));

    /// <summary>
    /// The lower bound of a filter that takes wall clock time: no zone, no fraction. An hour earlier where this clock
    /// shows the hour twice, as in October: whichever of both the service takes, nothing is missed.
    /// </summary>
    public static string? WallClockFloor(DateTime? moment) =>
        DateText.WallClock(moment is { } known ? Local(known, -1) : null);

    /// <summary>The upper bound of such a filter: raised to the second after it, and an hour later where in doubt.
    /// </summary>
    public static string? WallClockCeiling(DateTime? moment) =>
        DateText.WallClock(moment is { } known ? Raised(Local(known, 1)) : null);

    /// <summary>An instant in UTC, cut to the second before it.</summary>
    public static string? UtcFloor(DateTime? moment) =>
        DateText.Instant(moment is { } known ? Earliest(known) : (DateTime?)null);

    /// <summary>An instant in UTC, raised to the second after it.</summary>
    public static string? UtcCeiling(DateTime? moment) =>
        UtcFloor(moment is { } known ? Raised(known.ToUniversalTime()) : null);

    // No second follows the last one that there is, [datetime]::MaxValue.
    private static DateTime Raised(DateTime moment) => moment <= DateTime.MaxValue.AddSeconds(-1)
        ? moment.AddTicks(TimeSpan.TicksPerSecond - 1)
        : moment;

    // An hour that the clock strikes twice, as in October, may be either of them, and one that it leaves out is none:
    // the earlier moment is taken, and nothing is missed.
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

    private static DateTime? Shifted(DateTime? day, int days) =>
        day is { } from && from.Date > DateTime.MinValue.AddDays(7) && from.Date < DateTime.MaxValue.AddDays(-7)
            ? from.Date.AddDays(days)
            : null;
}

using System.Globalization;

namespace Personio.Parameters;

/// <summary>Dates in the forms the filters and bodies of the API take.</summary>
internal static class ApiDateFormat
{
    /// <summary>A day.</summary>
    public static string? Day(DateTime? day) => Text(day, "yyyy-MM-dd");

    /// <summary>
    /// The midnight some days from a day, written as if the wall clock were UTC: for filters with slack. Null where
    /// there is no such day, which bounds nothing.
    /// </summary>
    public static string? UtcMidnight(DateTime? day, int days) => Text(Shifted(day, days), "yyyy-MM-ddTHH:mm:ssZ");

    /// <summary>The noon some days from a day, likewise.</summary>
    public static string? UtcNoon(DateTime? day, int days) => Text(Shifted(day, days), "yyyy-MM-ddT12:00:00Z");

    /// <summary>The day some days from a day; null where there is no such day.</summary>
    public static string? Day(DateTime? day, int days) => Day(Shifted(day, days));

    /// <summary>
    /// The lower bound of a filter that takes wall clock time: no zone, no fraction. An hour earlier where this clock
    /// shows the hour twice, as in October: whichever of both the service takes, nothing is missed.
    /// </summary>
    public static string? WallClockFloor(DateTime? moment) =>
        Text(moment is { } known ? Local(known, -1) : null, "yyyy-MM-ddTHH:mm:ss");

    /// <summary>The upper bound of such a filter: raised to the second after it, and an hour later where in doubt.
    /// </summary>
    public static string? WallClockCeiling(DateTime? moment) =>
        Text(moment is { } known ? Raised(Local(known, 1)) : null, "yyyy-MM-ddTHH:mm:ss");

    /// <summary>An instant in UTC, cut to the second before it: a filter rather finds one too many.</summary>
    public static string? UtcFloor(DateTime? moment) =>
        Text(moment is { } known ? Earliest(known) : null, "yyyy-MM-ddTHH:mm:ssZ");

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

    private static string? Text(DateTime? moment, string format) =>
        moment?.ToString(format, CultureInfo.InvariantCulture);
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Personio.Rest;

/// <summary>
/// Formats days and times as text, both for services and for messages, tables and files. The same in every culture;
/// null returns null.
/// </summary>
public static class DateText
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string WallClockFormat = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>A day, used everywhere: 2026-08-03.</summary>
    [return: NotNullIfNotNull(nameof(day))]
    public static string? Day(DateTime? day) => Format(day, DayFormat);

    /// <summary>The month of a day: 2026-08.</summary>
    public static string Month(DateTime day) => Format(day, "yyyy-MM");

    /// <summary>A wall-clock time as services accept it: 2026-08-03T14:30:00.</summary>
    [return: NotNullIfNotNull(nameof(moment))]
    public static string? WallClock(DateTime? moment) => Format(moment, WallClockFormat);

    /// <summary>A day at midnight, otherwise a wall-clock time, as services accept them.</summary>
    public static string DayOrWallClock(DateTime moment) =>
        moment.TimeOfDay == TimeSpan.Zero ? Day(moment) : WallClock(moment);

    /// <summary>An instant as services accept it, truncated to the second: 2026-08-03T12:30:00Z.</summary>
    [return: NotNullIfNotNull(nameof(instant))]
    public static string? Instant(DateTimeOffset? instant) => Instant(instant?.UtcDateTime);

    /// <summary>A time in UTC, or one written as if it were, in the format of an instant.</summary>
    [return: NotNullIfNotNull(nameof(utc))]
    public static string? Instant(DateTime? utc) => Format(utc, $"{WallClockFormat}'Z'");

    /// <summary>A time for people, to the minute: 2026-08-03 14:30.</summary>
    [return: NotNullIfNotNull(nameof(moment))]
    public static string? Minute(DateTime? moment) => Format(moment, $"{DayFormat} HH:mm");

    /// <summary>A time for people, to the second: 2026-08-03 14:30:00.</summary>
    [return: NotNullIfNotNull(nameof(moment))]
    public static string? Second(DateTime? moment) => Format(moment, $"{DayFormat} HH:mm:ss");

    /// <summary>A day at midnight, otherwise a time to the minute, for people.</summary>
    public static string DayOrMinute(DateTime moment) =>
        moment.TimeOfDay == TimeSpan.Zero ? Day(moment) : Minute(moment);

    /// <summary>Parses a day in the format that services use; null for any other text.</summary>
    public static DateTime? ParseDay(string? text) =>
        DateTime.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : null;

    [return: NotNullIfNotNull(nameof(moment))]
    private static string? Format(DateTime? moment, string format) =>
        moment?.ToString(format, CultureInfo.InvariantCulture);
}

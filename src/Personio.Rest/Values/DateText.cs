using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Personio.Rest;

/// <summary>
/// Days and moments as text: the forms that services send and take, and those that messages, tables and files show. The
/// same in every culture; null for null.
/// </summary>
public static class DateText
{
    private const string DayForm = "yyyy-MM-dd";
    private const string WallClockForm = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>A day, everywhere: 2026-08-03.</summary>
    [return: NotNullIfNotNull(nameof(day))]
    public static string? Day(DateTime? day) => Format(day, DayForm);

    /// <summary>The month of a day: 2026-08.</summary>
    public static string Month(DateTime day) => Format(day, "yyyy-MM");

    /// <summary>A moment on the wall clock as services take it: 2026-08-03T14:30:00.</summary>
    [return: NotNullIfNotNull(nameof(moment))]
    public static string? WallClock(DateTime? moment) => Format(moment, WallClockForm);

    /// <summary>A day, or a moment on the wall clock where it is not midnight, as services take it.</summary>
    public static string DayOrWallClock(DateTime moment) => moment.TimeOfDay == TimeSpan.Zero ? Day(moment) : WallClock(moment);

    /// <summary>An instant as services take it, cut to the second: 2026-08-03T12:30:00Z.</summary>
    [return: NotNullIfNotNull(nameof(instant))]
    public static string? Instant(DateTimeOffset? instant) => Instant(instant?.UtcDateTime);

    /// <summary>A moment in UTC, or one that is written as if it were, in the form of an instant.</summary>
    [return: NotNullIfNotNull(nameof(utc))]
    public static string? Instant(DateTime? utc) => Format(utc, $"{WallClockForm}'Z'");

    /// <summary>A moment as people read it, to the minute: 2026-08-03 14:30.</summary>
    [return: NotNullIfNotNull(nameof(moment))]
    public static string? Minute(DateTime? moment) => Format(moment, $"{DayForm} HH:mm");

    /// <summary>A moment as people read it, to the second: 2026-08-03 14:30:00.</summary>
    [return: NotNullIfNotNull(nameof(moment))]
    public static string? Second(DateTime? moment) => Format(moment, $"{DayForm} HH:mm:ss");

    /// <summary>A day, or a moment to the minute where it is not midnight, as people read it.</summary>
    public static string DayOrMinute(DateTime moment) => moment.TimeOfDay == TimeSpan.Zero ? Day(moment) : Minute(moment);

    /// <summary>The day that a text writes as services do; null where it is anything else.</summary>
    public static DateTime? ParseDay(string? text) =>
        DateTime.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? day : null;

    [return: NotNullIfNotNull(nameof(moment))]
    private static string? Format(DateTime? moment, string form) => moment?.ToString(form, CultureInfo.InvariantCulture);
}

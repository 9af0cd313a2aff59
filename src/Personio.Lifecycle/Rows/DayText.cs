using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>Reads and writes days in the same way in every culture.</summary>
internal static class DayText
{
    /// <summary>The format of a day in a plan: <c>2026-11-30</c>.</summary>
    public const string IsoFormat = "yyyy-MM-dd";

    /// <summary>The format of a moment in a plan: <c>2026-11-30T08:15:00+01:00</c>.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:sszzz";

    private static readonly string[] s_formats =
    [
        IsoFormat, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "dd.MM.yyyy", "dd.MM.yyyy HH:mm:ss",
    ];

    /// <summary>A day as <c>2026-11-30</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString(IsoFormat, CultureInfo.InvariantCulture);

    /// <summary>A day as <c>30 November 2026</c>.</summary>
    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads a day; null if the value is null or empty.</summary>
    /// <exception cref="LifecycleException">The value is not a day, or could mean two different ones
    /// (<c>InvalidRow</c>).</exception>
    public static DateOnly? Read(object? value, string column, string row) => value switch
    {
        null => null,
        DateOnly day => day,
        DateTime { Kind: not DateTimeKind.Unspecified, TimeOfDay.Ticks: not 0 } moment =>
            throw CreateTimeError(moment, column,
            row),
        DateTime moment => DateOnly.FromDateTime(moment),
        DateTimeOffset instant => DateOnly.FromDateTime(instant.DateTime),
        _ => Parse(Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim(), column, row),
    };

    /// <summary>
    /// Reads an instant; null if the value cannot be interpreted, because it is only used for warnings.
    /// </summary>
    public static DateTimeOffset? ReadInstant(object? value) => value switch
    {
        DateTimeOffset instant => instant,
        DateTime moment => new DateTimeOffset(moment.Kind == DateTimeKind.Unspecified
            ? DateTime.SpecifyKind(moment, DateTimeKind.Utc)
            : moment),
        string text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) => instant,
        _ => null,
    };

    // Midnight elsewhere may be the evening before here, and a day too early would lock someone out.
    private static LifecycleException CreateTimeError(DateTime moment, string column, string row) => new(
        LifecycleErrors.InvalidRow,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Column '{column}' of {row} is {moment:yyyy-MM-dd HH:mm} in "
            + $"{(moment.Kind == DateTimeKind.Utc ? "UTC" : "local")} ")
            + "time, which is another day in another time zone. Use the day alone: yyyy-MM-dd.");

    private static DateOnly? Parse(string? text, string column, string row)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return DateTime.TryParseExact(
            text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? DateOnly.FromDateTime(day)
            : throw new LifecycleException(
                LifecycleErrors.InvalidRow,
                $"Column '{column}' of {row} is '{text}', which is not a date that can be read without guessing. "
                + "Use yyyy-MM-dd.");
    }
}

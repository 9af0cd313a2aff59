using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Personio.Parameters;

/// <summary>
/// Reads dates that people and CSV files give. ISO text means the same everywhere. Text in the form of the current
/// culture is taken where it can mean one day only: with a year of four digits, and not with slashes between two
/// numbers that could both be the month.
/// </summary>
internal static partial class DateText
{
    private static readonly string[] s_iso =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
    ];

    private static readonly string[] s_isoWithZone =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The date a value names; null for null and empty text.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It names none, or could name two.</exception>
    public static WrittenDate? Read(object? value) => value switch
    {
        null => null,
        PSObject wrapped => Read(wrapped.BaseObject),
        DateTime moment => WrittenDate.Of(moment),
        DateTimeOffset instant => WrittenDate.Of(instant),
        DateOnly day => WrittenDate.Of(day.ToDateTime(TimeOnly.MinValue)),
        string text when string.IsNullOrWhiteSpace(text) => null,
        string text => OfText(text.Trim(), CultureInfo.CurrentCulture),
        _ => throw new ArgumentTransformationMetadataException(
            $"A {value.GetType().Name} is no date. Give a DateTime or text such as 2026-02-01."),
    };

    /// <summary>The date a text names.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It names none, or could name two.</exception>
    public static WrittenDate OfText(string text, CultureInfo culture)
    {
        if (TryRead(text, s_iso, CultureInfo.InvariantCulture, out DateTime iso))
        {
            return WrittenDate.Of(iso);
        }

        if (DateTimeOffset.TryParseExact(
            text, s_isoWithZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant))
        {
            return WrittenDate.Of(instant);
        }

        if (TryRead(text, Patterns(culture, 'd'), culture, out DateTime day))
        {
            return IsAmbiguous(text, day, culture.DateTimeFormat.Calendar)
                ? throw Refused(text, "could be two days: it does not say which number is the month")
                : WrittenDate.Of(day);
        }

        // What Export-Csv writes for a DateTime: date and time with seconds, which nobody types.
        return TryRead(text, Patterns(culture, 'G'), culture, out DateTime moment)
            ? WrittenDate.Of(moment)
            : throw Refused(text, $"is not a date, or not in a form that is safe to read in {NameOf(culture)}");
    }

    private static bool TryRead(string text, string[] patterns, CultureInfo culture, out DateTime moment) =>
        DateTime.TryParseExact(text, patterns, culture, DateTimeStyles.None, out moment);

    // Years of two digits are left out. Days and months may have one digit or two.
    private static string[] Patterns(CultureInfo culture, char standard) =>
    [
        .. culture.DateTimeFormat.GetAllDateTimePatterns(standard)
            .Where(pattern => pattern.Contains("yyyy", StringComparison.Ordinal))
            .SelectMany(pattern => new[] { pattern, OneDigit(pattern) })
            .Distinct(),
    ];

    private static string OneDigit(string pattern) => LoneTwoDigits().Replace(pattern, "$1");

    // By the numbers that stand in the text: other calendars have other days and months.
    private static bool IsAmbiguous(string text, DateTime day, Calendar calendar) =>
        text.Contains('/', StringComparison.Ordinal)
        && calendar.GetDayOfMonth(day) <= 12
        && calendar.GetDayOfMonth(day) != calendar.GetMonth(day);

    private static string NameOf(CultureInfo culture) => culture.Name.Length == 0 ? "this culture" : culture.Name;

    // dd and MM, but not as a part of ddd or MMMM, which are names.
    [GeneratedRegex("(?<![dM])([dM])\\1(?!\\1)")]
    private static partial Regex LoneTwoDigits();

    private static ArgumentTransformationMetadataException Refused(string text, string why) =>
        new($"'{text}' {why}. Give a DateTime or ISO text such as 2026-02-01 (year-month-day).");
}

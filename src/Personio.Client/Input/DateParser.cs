using System.Globalization;
using System.Text.RegularExpressions;

namespace Personio.Client;

/// <summary>
/// Reads dates from text written by people, spreadsheets and databases. ISO 8601 text means the same everywhere. Text
/// in a format of the given culture is accepted only if it is unambiguous: the year needs four digits, and of two
/// numbers separated by a slash, only one may be a possible month.
/// </summary>
public static partial class DateParser
{
    /// <summary>The earliest year that is accepted; earlier ones are a typo or from a different calendar.</summary>
    public const int FirstYear = 1900;

    /// <summary>The latest year that is accepted.</summary>
    public const int LastYear = 2200;

    private static readonly string[] s_iso =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>Whether a day is in the range of accepted years.</summary>
    public static bool IsAccepted(DateTime day) => day.Year is >= FirstYear and <= LastYear;

    /// <summary>Reads a date, with or without a time and a UTC offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">The culture whose formats are accepted in addition to ISO 8601.</param>
    /// <exception cref="FormatException">The text is not a date, is ambiguous, or is centuries away.</exception>
    public static ParsedDate Read(string text, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(culture);
        string plain = DatePatterns.Plain(text).Trim();
        Match zone = Zone().Match(plain);
        TimeSpan? offset = zone.Success ? OffsetOf(zone.Groups["offset"].Value) : null;
        string clock = zone.Success ? plain[..zone.Index] : plain;
        return TryRead(clock, s_iso, CultureInfo.InvariantCulture, out DateTime moment)
            ? new ParsedDate(CheckYear(text, moment), offset)
            : new ParsedDate(ReadAsIn(culture, text, clock), offset);
    }

    private static DateTime ReadAsIn(CultureInfo culture, string text, string clock)
    {
        DatePatterns patterns = DatePatterns.ForCulture(culture);
        DateTime[] days = [.. patterns.All
            .Select(pattern => TryRead(clock, [pattern], patterns.Culture, out DateTime day) ? day : (DateTime?)null)
            .OfType<DateTime>()
            .Distinct()];
        return days switch
        {
            [] => throw new FormatException(
                $"'{text}' is not a date, or not in a form that is safe to read in "
                + $"{(culture.Name.Length == 0 ? "this culture" : culture.Name)}."),
            [DateTime day] when !IsAmbiguous(clock, day, culture.DateTimeFormat) => CheckYear(text, day),
            [DateTime day] => throw CreateAmbiguous(text, day, SwapDayAndMonth(day, culture.DateTimeFormat)),
            _ => throw CreateAmbiguous(text, days[0], days[1]),
        };
    }

    // Uses the numbers in the text, because other calendars have different days and months.
    private static bool IsAmbiguous(string text, DateTime day, DateTimeFormatInfo format) =>
        !YearFirst().IsMatch(text)
        && text.Contains('/', StringComparison.Ordinal)
        && format.Calendar.GetDayOfMonth(day) <= 12
        && format.Calendar.GetDayOfMonth(day) != format.Calendar.GetMonth(day);

    private static DateTime SwapDayAndMonth(DateTime day, DateTimeFormatInfo format) => format.Calendar.ToDateTime(
        format.Calendar.GetYear(day),
        format.Calendar.GetDayOfMonth(day),
        format.Calendar.GetMonth(day),
        0, 0, 0, 0);

    /// <summary>Returns the day if its year is accepted; otherwise throws.</summary>
    internal static DateTime CheckYear(string text, DateTime day) => IsAccepted(day)
        ? day
        : throw new FormatException(
            $"'{text}' would be {DateText.Day(day)}, in the year {day.Year} of the Gregorian calendar: only "
            + $"{FirstYear} to {LastYear} are accepted.");

    private static FormatException CreateAmbiguous(string text, DateTime one, DateTime other) => new(
        $"'{text}' could be two days, {DateText.Day(one < other ? one : other)} or "
        + $"{DateText.Day(one < other ? other : one)}.");

    private static bool TryRead(string text, string[] patterns, CultureInfo culture, out DateTime moment) =>
        DateTime.TryParseExact(text, patterns, culture, DateTimeStyles.None, out moment);

    private static TimeSpan OffsetOf(string text) => text is "Z" or "z"
        ? TimeSpan.Zero
        : TimeSpan.ParseExact(
            text[1..].Replace(":", "", StringComparison.Ordinal), "hhmm", CultureInfo.InvariantCulture)
            * (text[0] == '-' ? -1 : 1);

    // Must follow a time; otherwise, the end of a day such as 2026-01-08 would match.
    [GeneratedRegex(
        @"(?<=:\d\d(\.\d+)?|\d[.:]\d\d( ?\p{L}[\p{L}. ]*)?) ?(?<offset>[Zz]|[+-](0\d|1[0-4]):?[0-5]\d)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^\D*\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();
}

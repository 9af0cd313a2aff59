using System.Globalization;
using System.Text.RegularExpressions;

namespace Personio.Client;

/// <summary>Reads months of the Gregorian calendar: 2026-11, 11.2026 or November 2026.</summary>
public static partial class MonthText
{
    private static readonly string[] s_nameFormats = ["MMMM yyyy", "MMM yyyy", "yyyy MMMM", "yyyy MMM"];

    /// <summary>
    /// Returns the first day of the month in a text; null if the text is not just a month, although it may still be a
    /// date.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">The culture whose month names are accepted in addition to the English ones.</param>
    /// <exception cref="FormatException">The text could mean two months, or one that is centuries away.</exception>
    public static DateTime? Find(string text, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(culture);
        string plain = DatePatterns.Plain(text).Trim();
        DateTime[] months = Numbers().Match(plain) is { Success: true } match
            ? [.. ParseNumbers(match)]
            : [.. ParseNames(plain, culture).Concat(ParseNames(plain, CultureInfo.InvariantCulture)).Distinct()];
        return months switch
        {
            [] => null,
            [DateTime month] => DateParser.CheckYear(text, month),
            _ => throw new FormatException($"'{text}' names another month in another language."),
        };
    }

    private static IEnumerable<DateTime> ParseNumbers(Match match)
    {
        int month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        int year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (month is >= 1 and <= 12 && year > 0)
        {
            yield return new DateTime(year, month, 1);
        }
    }

    // A month of another calendar overlaps two Gregorian ones.
    private static IEnumerable<DateTime> ParseNames(string text, CultureInfo culture) =>
        culture.DateTimeFormat.Calendar is GregorianCalendar
        && DateTime.TryParseExact(text, s_nameFormats, culture, DateTimeStyles.None, out DateTime month)
            ? [month]
            : [];

    [GeneratedRegex(
        @"^(?:(?<month>\d{1,2}) ?[./-] ?(?<year>\d{4})|(?<year>\d{4}) ?[./-] ?(?<month>\d{1,2}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}

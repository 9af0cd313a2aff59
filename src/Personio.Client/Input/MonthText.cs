using System.Globalization;
using System.Text.RegularExpressions;

namespace Personio.Client;

/// <summary>Reads months of the Gregorian calendar: 2026-11, 11.2026, November 2026, or any date in one.</summary>
public static partial class MonthText
{
    private static readonly string[] s_named = ["MMMM yyyy", "MMM yyyy", "yyyy MMMM", "yyyy MMM"];

    /// <summary>Reads the first day of a month.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">The culture whose names of months, and forms of dates, are accepted.</param>
    /// <exception cref="FormatException">It names no month, or could name two.</exception>
    public static DateTime Read(string text, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(culture);
        string plain = DatePatterns.Plain(text).Trim();
        DateTime[] months = Numbers().Match(plain) is { Success: true } match
            ? [.. Number(match)]
            : [.. Named(plain, culture).Concat(Named(plain, CultureInfo.InvariantCulture)).Distinct()];
        DateTime day = months switch
        {
            [] => DateText.Read(text, culture).WallClock,
            [DateTime month] => DateText.Near(text, month),
            _ => throw new FormatException($"'{text}' names another month in another language."),
        };
        return new DateTime(day.Year, day.Month, 1);
    }

    private static IEnumerable<DateTime> Number(Match match)
    {
        int month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        int year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (month is >= 1 and <= 12 && year > 0)
        {
            yield return new DateTime(year, month, 1);
        }
    }

    // A month of another calendar lies in two of ours.
    private static IEnumerable<DateTime> Named(string text, CultureInfo culture) =>
        culture.DateTimeFormat.Calendar is GregorianCalendar
        && DateTime.TryParseExact(text, s_named, culture, DateTimeStyles.None, out DateTime month)
            ? [month]
            : [];

    [GeneratedRegex(@"^(?:(?<month>\d{1,2}) ?[./-] ?(?<year>\d{4})|(?<year>\d{4}) ?[./-] ?(?<month>\d{1,2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}

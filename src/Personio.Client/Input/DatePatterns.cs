using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Personio.Client;

/// <summary>
/// The unambiguous date formats of a culture: with a four-digit year, numeric days and months in an order that no other
/// culture silently reverses, and hours that specify the half of the day.
/// </summary>
internal sealed partial class DatePatterns
{
    // The times that spreadsheets and databases append to a day, regardless of culture.
    private static readonly string[] s_times = ["", " H':'mm", " H':'mm':'ss", " H':'mm':'ss'.'FFFFFFF"];

    // A file has many dates, and collecting the formats is expensive. Cached instances are never modified.
    private static readonly ConditionalWeakTable<CultureInfo, DatePatterns> s_cache = [];

    private readonly (string Day, string Time) _settings;

    private DatePatterns(CultureInfo culture)
    {
        _settings = Settings(culture);
        Culture = Plain(culture);
        DateTimeFormatInfo format = culture.DateTimeFormat;
        bool hasHalves =
            Culture.DateTimeFormat is
            {
                AMDesignator: { Length: > 0 } amDesignator,
                PMDesignator: { Length: > 0 } pmDesignator,
            }
            && !amDesignator.Equals(pmDesignator, StringComparison.OrdinalIgnoreCase);
        All =
        [
            .. format.GetAllDateTimePatterns('d').SelectMany(day => s_times.Select(time => day + time))
                .Concat(format.GetAllDateTimePatterns('g'))
                .Concat(format.GetAllDateTimePatterns('G'))
                .Select(Plain)
                .Select(pattern => SingleTwoDigit().Replace(pattern, "$1"))
                .Distinct()
                .Where(pattern => IsUnambiguous(pattern, hasHalves)),
        ];
    }

    /// <summary>The culture to parse with; its names contain no characters that people do not type.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The patterns. Days, months and hours may have one or two digits.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Returns the formats of a culture, collecting them again if its settings have changed.</summary>
    public static DatePatterns ForCulture(CultureInfo culture)
    {
        if (!s_cache.TryGetValue(culture, out DatePatterns? patterns) || patterns._settings != Settings(culture))
        {
            patterns = new DatePatterns(culture);
            s_cache.AddOrUpdate(culture, patterns);
        }

        return patterns;
    }

    /// <summary>
    /// Replaces non-breaking spaces in a text with ordinary ones and removes direction marks: cultures contain them,
    /// but people do not type them.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            UnicodeCategory kind = char.GetUnicodeCategory(c);
            _ = kind == UnicodeCategory.Format ? plain : plain.Append(kind == UnicodeCategory.SpaceSeparator ? ' ' : c);
        }

        return plain.ToString();
    }

    private static (string Day, string Time) Settings(CultureInfo culture) =>
        (culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.LongTimePattern);

    private static CultureInfo Plain(CultureInfo culture)
    {
        var plain = (CultureInfo)culture.Clone();
        plain.DateTimeFormat.AMDesignator = Plain(plain.DateTimeFormat.AMDesignator).Trim();
        plain.DateTimeFormat.PMDesignator = Plain(plain.DateTimeFormat.PMDesignator).Trim();
        plain.DateTimeFormat.DateSeparator = Plain(plain.DateTimeFormat.DateSeparator);
        plain.DateTimeFormat.TimeSeparator = Plain(plain.DateTimeFormat.TimeSeparator);
        return plain;
    }

    private static bool IsUnambiguous(string pattern, bool hasHalves)
    {
        string bare = Quoted().Replace(pattern, "");
        (int year, int month, int day) =
            (bare.IndexOf("yyyy", StringComparison.Ordinal), bare.IndexOf('M'), bare.IndexOf('d'));
        bool isName = bare.Contains("MMM", StringComparison.Ordinal);
        bool isMonthFirst = month < day;
        return year >= 0 && month >= 0 && day >= 0
            && (isName
                // Some cultures write year, day, month; all others read it as year, month, day.
                || (year < day ? isMonthFirst
                // Month, day, year is written with slashes, which are checked, and rarely with anything else.
                : !isMonthFirst || bare.Contains('/')))
            && (!bare.Contains('h') || (bare.Contains('t') && hasHalves));
    }

    // dd, MM and hours, but not as part of ddd or MMMM, which are names.
    [GeneratedRegex("(?<![dMHh])([dMHh])\\1(?!\\1)")]
    private static partial Regex SingleTwoDigit();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|\\\\.")]
    private static partial Regex Quoted();
}

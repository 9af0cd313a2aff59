using System.Globalization;
using Personio.Client;

namespace Personio;

/// <summary>
/// Formats absences, days, and months in a culture. Dates name their month, so that no date is ambiguous.
/// </summary>
internal sealed class CalendarFormatter
{
    private readonly CultureInfo _culture;
    private readonly string _day;

    public CalendarFormatter(CultureInfo culture)
    {
        _culture = CalendarWords.CultureFor(culture);
        Words = CalendarWords.Find(_culture)!;
        _day = _culture.DateTimeFormat.LongDatePattern.Replace("dddd", "ddd", StringComparison.Ordinal);
    }

    /// <summary>The fixed texts.</summary>
    public CalendarWords Words { get; }

    /// <summary>The language tag for HTML.</summary>
    public string Language => _culture.Name.Length > 0 ? _culture.Name : "en";

    /// <summary>The sort order of names.</summary>
    public StringComparer Names => StringComparer.Create(_culture, ignoreCase: true);

    /// <summary>A day, for example <c>Mon, June 1, 2026</c>.</summary>
    public string Day(DateTime day)
    {
        string text = day.ToString(_day, _culture);

        // In French the first of a month is an ordinal number, which .NET does not format.
        return day.Day == 1 && _culture.TwoLetterISOLanguageName == "fr"
            ? text.Replace(" 1 ", " 1er ", StringComparison.Ordinal)
            : text;
    }

    /// <summary>A month, for example <c>June 2026</c>.</summary>
    public string Month(DateTime day) => day.ToString(_culture.DateTimeFormat.YearMonthPattern, _culture);

    /// <summary>An abbreviated weekday, for example <c>Mon</c>.</summary>
    public string Weekday(DateTime day) => _culture.DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek);

    /// <summary>Replaces the placeholders of a text.</summary>
    public string Fill(string text, params object[] values) => string.Format(_culture, text, values);

    /// <summary>A count with the singular or plural text.</summary>
    public string Count((string One, string Many) words, int count) => Fill(count == 1 ? words.One : words.Many, count);

    /// <summary>Capitalizes the first letter of a text.</summary>
    public string Capitalize(string text) => text.Length == 0 ? text : char.ToUpper(text[0], _culture) + text[1..];

    /// <summary>The type of an absence.</summary>
    public string TypeOf(CalendarEntry entry) => entry.Type ?? Words.Absent;

    /// <summary>Which part of its days the absence covers, and whether its end is open; empty for whole days.</summary>
    public IEnumerable<string> Notes(CalendarEntry entry)
    {
        if (entry.First == entry.Last && entry.PartOf(entry.First) is DayPart.FirstHalf or DayPart.SecondHalf)
        {
            yield return entry.PartOf(entry.First) == DayPart.FirstHalf ? Words.Half.First : Words.Half.Second;
        }
        else
        {
            if (entry.StartsAtMidday)
            {
                yield return Words.Midday.Begins;
            }

            if (entry.EndsAtMidday)
            {
                yield return Words.Midday.Ends;
            }
        }

        if (entry.Last is null)
        {
            yield return Words.OpenEnd;
        }
    }

    /// <summary>The state of approval; empty if it is unknown or, as usual, approved.</summary>
    public string StatusOf(CalendarEntry entry) => entry.Status == "approved" ? "" : Words.StatusOf(entry.Status);

    /// <summary>The dates and times from start to end.</summary>
    public string Days(CalendarEntry entry)
    {
        (string from, _) = entry.TimesOf(entry.First);
        if (entry.Last is not { } last)
        {
            return Fill(Words.Days.From, FormatTime(entry.First, from));
        }

        (_, string until) = entry.TimesOf(last);
        return (last == entry.First, from.Length > 0) switch
        {
            (true, true) => $"{Day(last)}, {Fill(Words.Times.Both, from, until)}",
            (true, false) => Day(last),
            _ => Fill(Words.Days.Both, FormatTime(entry.First, from), FormatTime(last, until)),
        };
    }

    /// <summary>The full description of an absence. Approval is the usual case and not mentioned.</summary>
    public string Describe(CalendarEntry entry) => Describe(entry, Days(entry));

    /// <summary>The description of an absence on one of its days: its last day or its hours.</summary>
    public string DescribeOn(CalendarEntry entry, DateTime day)
    {
        (string from, string until) = entry.TimesOf(day);
        string[] hours =
        [
            from.Length > 0 ? Fill(Words.Times.From, from) : "",
            until.Length > 0 ? Fill(Words.Times.Until, until) : "",
            entry.Last == day || entry.Last is null ? "" : Fill(Words.Days.Until, Day(entry.Last.Value)),
        ];
        return Describe(entry, string.Join(" ", hours.Where(part => part.Length > 0)));
    }

    private string Describe(CalendarEntry entry, string when)
    {
        IEnumerable<string> parts = [TypeOf(entry), when, .. Notes(entry), StatusOf(entry)];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private string FormatTime(DateTime day, string time) => time.Length > 0 ? $"{Day(day)}, {time}" : Day(day);
}

using System.Globalization;
using Personio.Client;

namespace Personio;

/// <summary>Absences, days and months in the words of a culture, so that no date can be taken for another.</summary>
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

    /// <summary>What is said beside dates.</summary>
    public CalendarWords Words { get; }

    /// <summary>The language, as HTML has it.</summary>
    public string Language => _culture.Name.Length > 0 ? _culture.Name : "en";

    /// <summary>The order of names.</summary>
    public StringComparer Names => StringComparer.Create(_culture, ignoreCase: true);

    /// <summary>Mon, June 1, 2026.</summary>
    public string Day(DateTime day)
    {
        string text = day.ToString(_day, _culture);

        // In French the first of a month is an ordinal number, which the runtime does not know.
        return day.Day == 1 && _culture.TwoLetterISOLanguageName == "fr"
            ? text.Replace(" 1 ", " 1er ", StringComparison.Ordinal)
            : text;
    }

    /// <summary>June 2026.</summary>
    public string Month(DateTime day) => day.ToString(_culture.DateTimeFormat.YearMonthPattern, _culture);

    /// <summary>Mon.</summary>
    public string Weekday(DateTime day) => _culture.DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek);

    /// <summary>A text with something in its places.</summary>
    public string Fill(string text, params object[] values) => string.Format(_culture, text, values);

    /// <summary>One of something, or several.</summary>
    public string Count((string One, string Many) words, int count) => Fill(count == 1 ? words.One : words.Many, count);

    /// <summary>A text at the beginning of a line.</summary>
    public string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], _culture) + text[1..];

    /// <summary>What kind of absence it is.</summary>
    public string TypeOf(CalendarEntry stay) => stay.Type ?? Words.Absent;

    /// <summary>What part of its days it takes, and whether its end is open; empty for whole days.</summary>
    public IEnumerable<string> Notes(CalendarEntry stay)
    {
        if (stay.First == stay.Last && stay.PartOf(stay.First) is DayPart.FirstHalf or DayPart.SecondHalf)
        {
            yield return stay.PartOf(stay.First) == DayPart.FirstHalf ? Words.Half.First : Words.Half.Second;
        }
        else
        {
            if (stay.BeginsAtMidday)
            {
                yield return Words.Midday.Begins;
            }

            if (stay.EndsAtMidday)
            {
                yield return Words.Midday.Ends;
            }
        }

        if (stay.Last is null)
        {
            yield return Words.OpenEnd;
        }
    }

    /// <summary>How far the approval is; empty where it is approved, which is usual, or not known.</summary>
    public string StatusOf(CalendarEntry stay) => stay.Status == "approved" ? "" : Words.StatusOf(stay.Status);

    /// <summary>From when to when.</summary>
    public string Days(CalendarEntry stay)
    {
        (string from, _) = stay.TimesOf(stay.First);
        if (stay.Last is not { } last)
        {
            return Fill(Words.Days.From, At(stay.First, from));
        }

        (_, string until) = stay.TimesOf(last);
        return (last == stay.First, from.Length > 0) switch
        {
            (true, true) => $"{Day(last)}, {Fill(Words.Times.Both, from, until)}",
            (true, false) => Day(last),
            _ => Fill(Words.Days.Both, At(stay.First, from), At(last, until)),
        };
    }

    /// <summary>All that there is to say of an absence; that it is approved is usual, and not said.</summary>
    public string Describe(CalendarEntry stay) => Describe(stay, Days(stay));

    /// <summary>What there is to say of an absence on one of its days: until when it goes, or its hours.</summary>
    public string DescribeOn(CalendarEntry stay, DateTime day)
    {
        (string from, string until) = stay.TimesOf(day);
        string[] hours =
        [
            from.Length > 0 ? Fill(Words.Times.From, from) : "",
            until.Length > 0 ? Fill(Words.Times.Until, until) : "",
            stay.Last == day || stay.Last is null ? "" : Fill(Words.Days.Until, Day(stay.Last.Value)),
        ];
        return Describe(stay, string.Join(" ", hours.Where(part => part.Length > 0)));
    }

    private string Describe(CalendarEntry stay, string when)
    {
        IEnumerable<string> parts = [TypeOf(stay), when, .. Notes(stay), StatusOf(stay)];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private string At(DateTime day, string time) => time.Length > 0 ? $"{Day(day)}, {time}" : Day(day);
}

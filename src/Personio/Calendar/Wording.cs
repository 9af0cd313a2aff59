using System.Globalization;
using Personio.Client;

namespace Personio;

/// <summary>Days and months in the words of a culture, so that no date can be taken for another.</summary>
internal sealed class Wording
{
    private readonly CultureInfo _culture;
    private readonly string _day;

    public Wording(CultureInfo culture)
    {
        _culture = Gregorian(culture);
        _day = _culture.DateTimeFormat.LongDatePattern.Replace("dddd", "ddd", StringComparison.Ordinal);
    }

    /// <summary>The language of the names, as HTML has it; empty where it is English, as the page is.</summary>
    public string Language => _culture.TwoLetterISOLanguageName is "iv" or "en" ? "" : _culture.Name;

    /// <summary>Mon, June 1, 2026.</summary>
    public string Day(DateTime day) => day.ToString(_day, _culture);

    /// <summary>June 2026.</summary>
    public string Month(DateTime day) => day.ToString(_culture.DateTimeFormat.YearMonthPattern, _culture);

    /// <summary>Mon.</summary>
    public string Weekday(DateTime day) => _culture.DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek);

    /// <summary>From when to when.</summary>
    public string Days(Stay stay)
    {
        (string from, _) = stay.TimesOf(stay.First);
        if (stay.Last is not { } last)
        {
            return $"from {At(stay.First, from)}";
        }

        (_, string until) = stay.TimesOf(last);
        return (last == stay.First, from.Length > 0) switch
        {
            (true, true) => $"{Day(last)}, {from} to {until}",
            (true, false) => Day(last),
            _ => $"{At(stay.First, from)} to {At(last, until)}",
        };
    }

    /// <summary>All that there is to say of an absence; that it is approved is usual, and not said.</summary>
    public string Describe(Stay stay) => Describe(stay, Days(stay));

    /// <summary>What there is to say of an absence on one of its days: until when it goes, or its hours.</summary>
    public string DescribeOn(Stay stay, DateTime day)
    {
        (string from, string until) = stay.TimesOf(day);
        string days = stay.Last == day || stay.Last is null ? "" : $"until {Day(stay.Last.Value)}";
        string[] hours = [from.Length > 0 ? $"from {from}" : "", until.Length > 0 ? $"until {until}" : "", days];
        return Describe(stay, string.Join(" ", hours.Where(part => part.Length > 0)));
    }

    private static string Describe(Stay stay, string when)
    {
        string status = stay.Status == "approved" ? "" : stay.Status;
        IEnumerable<string> parts = [stay.Type, when, .. stay.Notes, status];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    // Personio counts the years as this calendar does, and so does whoever reads the page beside it.
    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.DateTimeFormat.Calendar is GregorianCalendar)
        {
            return culture;
        }

        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar)
        {
            return CultureInfo.InvariantCulture;
        }

        var changed = (CultureInfo)culture.Clone();
        changed.DateTimeFormat.Calendar = calendar;
        return changed;
    }

    private string At(DateTime day, string time) => time.Length > 0 ? $"{Day(day)}, {time}" : Day(day);
}

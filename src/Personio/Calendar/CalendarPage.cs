using System.Globalization;
using System.Text;
using Personio.Client;

namespace Personio;

/// <summary>Renders absences as an HTML page: persons as rows, days as columns, one table per month.</summary>
/// <remarks>
/// The page is a single file that makes no network request and has no script; its content security policy enforces
/// that. All text from Personio is escaped. Everything shown by color or shape is also available as text.
/// </remarks>
internal static class CalendarPage
{
    /// <summary>Returns the text of the page, to be encoded as UTF-8.</summary>
    public static string Render(AbsenceCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        IReadOnlyList<CalendarEntry> entries = calendar.Entries;
        CalendarFormatter words = calendar.Wording;
        CalendarWords say = words.Words;
        var key = new TypeLegend(calendar.AbsenceTypes, entries.Select(words.TypeOf), CalendarCss.Colors.Count);
        string title = CalendarText.Html(calendar.Title ?? say.Title);
        var page = new StringBuilder()
            .Add($"<!DOCTYPE html>\n<html lang=\"{CalendarText.Html(words.Language)}\">\n")
            .Append("<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" ")
            .Append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n")
            .Add($"<title>{title}: {Span(calendar, Plain)}</title>\n")
            .Add($"<style>\n{CalendarCss.StyleSheet}</style>\n</head>\n<body>\n")
            .Add($"<header>\n<h1>{title}</h1>\n<p>{Span(calendar, Date)}</p>\n")
            .Add($"<p>{CalendarText.Html(CountOf(calendar, entries))}</p>\n</header>\n");
        AddLinks(page, calendar, words);
        page.Append("<main>\n");
        AddToday(page, calendar, words, entries);
        Legend.Add(page, key, entries, calendar);
        new MonthTables(page, calendar, words, key).Add(entries);
        page.Append("</main>\n<footer>\n<p>")
            .Append(string.Format(
                CultureInfo.InvariantCulture, CalendarText.Html(say.CreatedOn), Moment(calendar.CreatedAt, words)))
            .Add($" {CalendarText.Html(say.HolidaysNote)}</p>\n<p>{CalendarText.Html(say.PrivacyNote)}</p>\n")
            .Append("</footer>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>The first day of each month in the calendar.</summary>
    internal static IEnumerable<DateTime> Months(AbsenceCalendar calendar)
    {
        var month = new DateTime(calendar.From.Year, calendar.From.Month, 1);
        for (; month <= calendar.To; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>The anchor name of a month.</summary>
    internal static string NameOf(DateTime month) => $"m{DateText.Month(month)}";

    /// <summary>The number of absences and of absent persons.</summary>
    internal static string CountOf(AbsenceCalendar calendar, IReadOnlyList<CalendarEntry> entries)
    {
        CalendarFormatter words = calendar.Wording;
        int persons = entries.Select(entry => entry.Absence.PersonId).Distinct().Count();
        return words.Fill(
            words.Words.Counts,
            words.Count(words.Words.Absences, entries.Count),
            words.Count(words.Words.Persons, persons));
    }

    /// <summary>Who is absent today and why, by name; null if today is outside the calendar.</summary>
    internal static IReadOnlyList<(string Name, string Text)>? AbsentToday(
        AbsenceCalendar calendar, IReadOnlyList<CalendarEntry> entries) => !calendar.HasToday
        ? null
        :
        [
            .. entries.Where(entry => entry.IsOn(calendar.CreatedAt.Date))
                .Select(entry => (
                    Name: calendar.NameOf(entry.Absence.PersonId),
                    Text: calendar.Wording.DescribeOn(entry, calendar.CreatedAt.Date)))
                .OrderBy(line => line.Name, calendar.Wording.Names),
        ];

    private static void AddLinks(StringBuilder page, AbsenceCalendar calendar, CalendarFormatter words)
    {
        DateTime[] months = [.. Months(calendar)];
        if (months.Length < 3)
        {
            return;
        }

        page.Add($"<nav aria-label=\"{CalendarText.Html(words.Words.Months)}\">\n<ul>\n");
        foreach (DateTime month in months)
        {
            string name = CalendarText.Html(words.Capitalize(words.Month(month)));
            page.Add($"<li><a href=\"#{NameOf(month)}\">{name}</a></li>\n");
        }

        page.Append("</ul>\n</nav>\n");
    }

    private static void AddToday(
        StringBuilder page, AbsenceCalendar calendar, CalendarFormatter words, IReadOnlyList<CalendarEntry> entries)
    {
        if (AbsentToday(calendar, entries) is not { } absent)
        {
            return;
        }

        string[] lines =
        [
            .. absent.Select(line => (Name: CalendarText.Html(line.Name), Text: CalendarText.Html(line.Text)))
                .Select(line => $"<li><bdi>{line.Name}</bdi>: {line.Text}</li>\n"),
        ];
        string heading = string.Format(
            CultureInfo.InvariantCulture,
            CalendarText.Html(words.Words.AbsentToday),
            Date(calendar.CreatedAt.Date, words));
        page.Add($"<section class=\"now\">\n<h2>{heading}</h2>\n")
            .Append(lines.Length > 0
                ? $"<ul>\n{string.Concat(lines)}</ul>\n"
                : $"<p>{CalendarText.Html(words.Words.Nobody)}</p>\n")
            .Append("</section>\n");
    }

    private static string Span(AbsenceCalendar calendar, Func<DateTime, CalendarFormatter, string> write) =>
        string.Format(
            CultureInfo.InvariantCulture,
            CalendarText.Html(calendar.Wording.Words.Span),
            write(calendar.From, calendar.Wording),
            write(calendar.To, calendar.Wording));

    private static string Plain(DateTime day, CalendarFormatter words) => CalendarText.Html(words.Day(day));

    private static string Date(DateTime day, CalendarFormatter words) =>
        $"<time datetime=\"{DateText.Day(day)}\">{Plain(day, words)}</time>";

    // The UTC offset belongs to the time shown next to it.
    private static string Moment(DateTimeOffset at, CalendarFormatter words) => string.Create(
        CultureInfo.InvariantCulture,
        $"<time datetime=\"{at:yyyy-MM-dd'T'HH:mmzzz}\">{Plain(at.Date, words)}</time>"
        + $", {at:HH:mm} (UTC{at:zzz})");
}

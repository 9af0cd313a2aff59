using System.Globalization;
using System.Text;
using Personio.Client;

namespace Personio;

/// <summary>Absences as a page of HTML: persons down, days across, a table for each month.</summary>
/// <remarks>
/// The page is one file that asks the network for nothing and has no script, and says so to the browser. All that comes
/// from Personio is escaped. What colours and shapes show is said in text as well.
/// </remarks>
internal static class CalendarPage
{
    /// <summary>The text of the page; to be written as UTF-8.</summary>
    public static string Render(AbsenceCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        IReadOnlyList<Stay> stays = calendar.Stays;
        var words = new Wording(calendar.Culture);
        var key = new TypeKey(calendar.AbsenceTypes, stays.Select(stay => stay.Type), PageStyle.Colors.Count);
        string title = CalendarText.Html(calendar.Title);
        string span = $"{Date(calendar.From, words)} to {Date(calendar.To, words)}";
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" ")
            .Append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n")
            .Add($"<title>{title}: {Plain(calendar.From, words)} to {Plain(calendar.To, words)}</title>\n")
            .Add($"<style>\n{PageStyle.Sheet}</style>\n</head>\n<body>\n")
            .Add($"<header>\n<h1>{title}</h1>\n<p>{span}</p>\n");
        int persons = stays.Select(stay => stay.Absence.PersonId).Distinct().Count();
        page.Add($"<p>{Count(stays.Count, "absence")} of {Count(persons, "person")}.</p>\n</header>\n");
        AddLinks(page, calendar, words);
        page.Append("<main>\n");
        AddToday(page, calendar, words, stays);
        PageKey.Add(page, key, stays);
        new MonthTables(page, calendar, words, key).Add(stays);
        page.Append("</main>\n<footer>\n<p>Made ")
            .Append(Moment(calendar.MadeAt, words))
            .Append(" with Personio for PowerShell. ")
            .Append("Public holidays and days off by the work schedule are not shown.</p>\n")
            .Append("<p>This page shows personal data. Give it only to people who may see it.</p>\n")
            .Append("</footer>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>The first days of the months of a calendar.</summary>
    internal static IEnumerable<DateTime> Months(AbsenceCalendar calendar)
    {
        var month = new DateTime(calendar.From.Year, calendar.From.Month, 1);
        for (; month <= calendar.To; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>What a month is called in links.</summary>
    internal static string NameOf(DateTime month) => month.ToString("'m'yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The attribute that tells the language of dates, where it is not that of the page.</summary>
    internal static string LanguageOf(Wording words) =>
        words.Language.Length > 0 ? $" lang=\"{CalendarText.Html(words.Language)}\"" : "";

    private static void AddLinks(StringBuilder page, AbsenceCalendar calendar, Wording words)
    {
        DateTime[] months = [.. Months(calendar)];
        if (months.Length < 3)
        {
            return;
        }

        page.Append("<nav aria-label=\"Months\">\n<ul").Append(LanguageOf(words)).Append(">\n");
        foreach (DateTime month in months)
        {
            string name = CalendarText.Html(words.Month(month));
            page.Add($"<li><a href=\"#{NameOf(month)}\">{name}</a></li>\n");
        }

        page.Append("</ul>\n</nav>\n");
    }

    private static void AddToday(
        StringBuilder page, AbsenceCalendar calendar, Wording words, IReadOnlyList<Stay> stays)
    {
        DateTime today = calendar.MadeAt.Date;
        if (today < calendar.From || today > calendar.To)
        {
            return;
        }

        string[] lines =
        [
            .. stays.Where(stay => stay.IsOn(today))
                .Select(stay => (Name: calendar.NameOf(stay.Absence.PersonId), Text: words.DescribeOn(stay, today)))
                .OrderBy(line => line.Name, StringComparer.Create(calendar.Culture, ignoreCase: true))
                .Select(line => (Name: CalendarText.Html(line.Name), Text: CalendarText.Html(line.Text)))
                .Select(line => $"<li><bdi>{line.Name}</bdi>: {line.Text}</li>\n"),
        ];
        page.Add($"<section class=\"now\">\n<h2>Absent today, {Date(today, words)}</h2>\n")
            .Append(lines.Length > 0 ? $"<ul>\n{string.Concat(lines)}</ul>\n" : "<p>Nobody.</p>\n")
            .Append("</section>\n");
    }

    private static string Count(int count, string what) => string.Create(
        CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Plain(DateTime day, Wording words) => CalendarText.Html(words.Day(day));

    private static string Date(DateTime day, Wording words) => string.Create(
        CultureInfo.InvariantCulture,
        $"<time datetime=\"{day:yyyy-MM-dd}\"{LanguageOf(words)}>{Plain(day, words)}</time>");

    private static string Moment(DateTimeOffset at, Wording words) => string.Create(
        CultureInfo.InvariantCulture,
        $"<time datetime=\"{at:yyyy-MM-dd'T'HH:mmzzz}\"{LanguageOf(words)}>{Plain(at.Date, words)}</time>"
        + $", {at:HH:mm} (UTC{at:zzz})");
}

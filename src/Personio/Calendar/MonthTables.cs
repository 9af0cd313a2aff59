using System.Text;
using Personio.Client;

namespace Personio;

/// <summary>The tables of a page, one per month.</summary>
internal sealed class MonthTables(
    StringBuilder page, AbsenceCalendar calendar, CalendarFormatter words, TypeLegend types)
{
    private readonly HashSet<string> _named = [.. calendar.Persons];
    private readonly DateTime _today = calendar.CreatedAt.Date;
    private readonly Dictionary<CalendarEntry, string> _texts = [];

    /// <summary>True if an absence is neither approved nor rejected and its state is known.</summary>
    public static bool IsPending(CalendarEntry entry) => !entry.IsApproved && entry.Status is not ("" or "rejected");

    /// <summary>Adds a table for each month.</summary>
    public void Add(IReadOnlyList<CalendarEntry> entries)
    {
        CalendarRow[] persons = CalendarRow.All(calendar, entries);
        foreach (DateTime month in CalendarPage.Months(calendar))
        {
            DateTime first = month < calendar.From ? calendar.From.Date : month;
            DateTime end = month.AddMonths(1).AddDays(-1);
            DateTime last = end > calendar.To ? calendar.To.Date : end;
            var rows = persons
                .Select(person => person with
                {
                    Entries = [.. person.Entries.Where(entry => Overlaps(entry, first, last))],
                })
                .Where(person => person.Entries.Length > 0 || _named.Contains(person.Id))
                .ToArray();
            AddMonth(month, first, last, rows);
        }
    }

    private static bool Overlaps(CalendarEntry entry, DateTime first, DateTime last) =>
        entry.First <= last && (entry.Last is null || entry.Last >= first);

    private void AddMonth(DateTime month, DateTime first, DateTime last, CalendarRow[] rows)
    {
        string heading =
            $"<h2 id=\"{CalendarPage.NameOf(month)}\">{CalendarText.Html(words.Capitalize(words.Month(month)))}</h2>";
        if (rows.Length == 0)
        {
            page.Add($"<section class=\"month\">\n{heading}\n")
                .Add($"<p>{CalendarText.Html(words.Words.NobodyAbsent)}</p>\n</section>\n");
            return;
        }

        int days = (last - first).Days + 1;
        IGrouping<string, CalendarRow>[] groups = [.. rows.GroupBy(row => row.Group)];
        int lines = rows.Length + (calendar.Groups is null ? 0 : groups.Length);
        page.Add($"<section class=\"month\" style=\"--n:{days};--r:{lines}\">\n<table>\n")
            .Add($"<caption>{heading}</caption>\n<col>");
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            page.Append(KindOf(day) is { Length: > 0 } kind ? $"<col class=\"{kind}\">" : "<col>");
        }

        AddHead(first, last);
        foreach (IGrouping<string, CalendarRow> group in groups)
        {
            page.Append("<tbody>\n");
            if (calendar.Groups is not null)
            {
                page.Add($"<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{days + 1}\">")
                    .Add($"<bdi>{CalendarText.Html(group.Key)}</bdi></th></tr>\n");
            }

            AddRows(group, first, last);
            page.Append("</tbody>\n");
        }

        page.Append("</table>\n</section>\n");
    }

    private void AddRows(IEnumerable<CalendarRow> rows, DateTime first, DateTime last)
    {
        foreach (CalendarRow row in rows)
        {
            page.Add($"<tr><th scope=\"row\"><bdi>{CalendarText.Html(row.Name)}</bdi></th>");
            foreach (MonthCell cell in MonthRow.Cells(row.Entries, first, last))
            {
                AddCell(cell);
            }

            page.Append("</tr>\n");
        }
    }

    private void AddHead(DateTime first, DateTime last)
    {
        page.Add($"\n<thead>\n<tr><th scope=\"col\">{CalendarText.Html(words.Words.Person)}</th>");
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            string kind = KindOf(day) is { Length: > 0 } name ? $" class=\"{name}\"" : "";
            string today = day == _today
                ? $" title=\"{CalendarText.Html(words.Words.Today)}\" aria-current=\"date\""
                : "";
            page.Add($"<th scope=\"col\"{kind}{today}>")
                .Add($"{CalendarText.Html(words.Weekday(day))} <strong>{day.Day}</strong></th>");
        }

        page.Append("</tr>\n</thead>\n");
    }

    // Most cells are empty, so they are kept as short as possible: HTML does not require an end tag here.
    private void AddCell(MonthCell cell)
    {
        page.Append(cell.Count > 1 ? FormattableString.Invariant($"<td colspan=\"{cell.Count}\">") : "<td>");
        foreach (CalendarEntry entry in cell.Entries)
        {
            AddMark(entry, cell);
        }
    }

    // Sighted readers get the letters, with the text as a tooltip; screen readers get only the text.
    private void AddMark(CalendarEntry entry, MonthCell cell)
    {
        if (!_texts.TryGetValue(entry, out string? text))
        {
            _texts[entry] = text = CalendarText.Html(words.Describe(entry));
        }

        string type = words.TypeOf(entry);
        page.Add($"<b class=\"c{types.ColorOf(type)}{Shape(entry, cell)}\" title=\"{text}\" aria-hidden=\"true\">")
            .Append(CalendarText.Html(types.CodeOf(type)))
            .Append(IsPending(entry) ? "?" : "");
        if (entry.PartOf(cell.Day) == DayPart.Hours)
        {
            (string from, string until) = entry.TimesOf(cell.Day);
            page.Add($"<small>{(from.Length > 0 ? from : "\u2026")}</small>")
                .Add($"<small>{(until.Length > 0 ? until : "\u2026")}</small>");
        }
        else if (cell.Count > 3)
        {
            page.Add($"<small>{CalendarText.Html(type)}</small>");
        }

        page.Append(IsOpen(entry, cell) ? " \u2192" : "").Add($"</b><i>{text}</i>");
    }

    private string Shape(CalendarEntry entry, MonthCell cell) =>
        entry.PartOf(cell.Day) switch
        {
            DayPart.FirstHalf => " f",
            DayPart.SecondHalf => " s",
            DayPart.Hours => " o",
            _ => "",
        }
        + (IsOpen(entry, cell) ? " e" : "")
        + (IsPending(entry) ? " p" : entry.Status == "rejected" ? " r" : "");

    private bool IsOpen(CalendarEntry entry, MonthCell cell) =>
        entry.Last is null && cell.Day.AddDays(cell.Count - 1) == calendar.To.Date;

    private string KindOf(DateTime day) =>
        day == _today ? "t" : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "w" : "";
}

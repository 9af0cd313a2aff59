using System.Text;
using Personio.Client;

namespace Personio;

/// <summary>The tables of a page, one for each month.</summary>
internal sealed class MonthTables(StringBuilder page, AbsenceCalendar calendar, Wording words, TypeKey types)
{
    private readonly HashSet<string> _named = [.. calendar.Persons];
    private readonly DateTime _today = calendar.MadeAt.Date;
    private readonly Dictionary<Stay, string> _texts = [];

    /// <summary>Whether an absence is not approved, nor rejected.</summary>
    public static bool IsPending(Stay stay) => !stay.IsApproved && stay.Status is not ("" or "rejected");

    /// <summary>Adds the months.</summary>
    public void Add(IReadOnlyList<Stay> stays)
    {
        PersonRow[] persons = Persons(stays);
        foreach (DateTime month in CalendarPage.Months(calendar))
        {
            DateTime first = month < calendar.From ? calendar.From.Date : month;
            DateTime end = month.AddMonths(1).AddDays(-1);
            DateTime last = end > calendar.To ? calendar.To.Date : end;
            var rows = persons
                .Select(person => person with { Stays = [.. person.Stays.Where(stay => Overlaps(stay, first, last))] })
                .Where(person => person.Stays.Length > 0 || _named.Contains(person.Id))
                .ToArray();
            AddMonth(month, first, last, rows);
        }
    }

    private static bool Overlaps(Stay stay, DateTime first, DateTime last) =>
        stay.First <= last && (stay.Last is null || stay.Last >= first);

    // Two of one name are told apart by their ids.
    private PersonRow[] Persons(IReadOnlyList<Stay> stays)
    {
        ILookup<string, Stay> byPerson = stays.ToLookup(stay => stay.Absence.PersonId ?? "");
        string[] ids = [.. byPerson.Select(person => person.Key).Union(calendar.Persons)];
        ILookup<string, string> byName = ids.ToLookup(id => Name(id), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. ids.Select(id => new PersonRow(
                    id, byName[Name(id)].Count() > 1 ? $"{Name(id)} ({id})" : Name(id), [.. byPerson[id]]))
                .OrderBy(person => person.Name, StringComparer.Create(calendar.Culture, ignoreCase: true))
                .ThenBy(person => person.Id, StringComparer.Ordinal),
        ];
    }

    private string Name(string id) => calendar.NameOf(id.Length > 0 ? id : null);

    private void AddMonth(DateTime month, DateTime first, DateTime last, PersonRow[] rows)
    {
        string heading = $"<h2 id=\"{CalendarPage.NameOf(month)}\"{CalendarPage.LanguageOf(words)}>"
            + $"{CalendarText.Html(words.Month(month))}</h2>";
        if (rows.Length == 0)
        {
            page.Add($"<section class=\"month\">\n{heading}\n<p>Nobody is absent.</p>\n</section>\n");
            return;
        }

        int days = (last - first).Days + 1;
        page.Add($"<section class=\"month\" style=\"--n:{days};--r:{rows.Length}\">\n<table>\n")
            .Add($"<caption>{heading}</caption>\n<col>");
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            page.Append(KindOf(day) is { Length: > 0 } kind ? $"<col class=\"{kind}\">" : "<col>");
        }

        AddHead(first, last);
        page.Append("<tbody>\n");
        foreach (PersonRow row in rows)
        {
            page.Add($"<tr><th scope=\"row\"><bdi>{CalendarText.Html(row.Name)}</bdi></th>");
            foreach (MonthCell cell in MonthRow.Cells(row.Stays, first, last))
            {
                AddCell(cell);
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</section>\n");
    }

    private void AddHead(DateTime first, DateTime last)
    {
        page.Append("\n<thead>\n<tr><th scope=\"col\">Person</th>");
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            string kind = KindOf(day) is { Length: > 0 } name ? $" class=\"{name}\"" : "";
            string today = day == _today ? " title=\"Today\" aria-current=\"date\"" : "";
            page.Add($"<th scope=\"col\"{kind}{today}{CalendarPage.LanguageOf(words)}>")
                .Add($"{CalendarText.Html(words.Weekday(day))} <strong>{day.Day}</strong></th>");
        }

        page.Append("</tr>\n</thead>\n");
    }

    // Most cells are empty, so these are as short as can be: HTML needs no end tag here.
    private void AddCell(MonthCell cell)
    {
        page.Append(cell.Count > 1 ? FormattableString.Invariant($"<td colspan=\"{cell.Count}\">") : "<td>");
        foreach (Stay stay in cell.Stays)
        {
            AddMark(stay, cell);
        }
    }

    // Who sees has the letters, and the text at the mouse; who listens has the text alone.
    private void AddMark(Stay stay, MonthCell cell)
    {
        if (!_texts.TryGetValue(stay, out string? text))
        {
            _texts[stay] = text = CalendarText.Html(words.Describe(stay));
        }

        page.Add($"<b class=\"c{types.ColorOf(stay.Type)}{Shape(stay, cell)}\" title=\"{text}\" aria-hidden=\"true\">")
            .Append(CalendarText.Html(types.CodeOf(stay.Type)))
            .Append(IsPending(stay) ? "?" : "");
        if (stay.PartOf(cell.Day) == DayPart.Hours)
        {
            (string from, string until) = stay.TimesOf(cell.Day);
            page.Add($"<small>{(from.Length > 0 ? from : "\u2026")}</small>")
                .Add($"<small>{(until.Length > 0 ? until : "\u2026")}</small>");
        }
        else if (cell.Count > 3)
        {
            page.Add($"<small>{CalendarText.Html(stay.Type)}</small>");
        }

        page.Append(IsOpen(stay, cell) ? " \u2192" : "").Add($"</b><i>{text}</i>");
    }

    private string Shape(Stay stay, MonthCell cell) =>
        stay.PartOf(cell.Day) switch
        {
            DayPart.FirstHalf => " f",
            DayPart.SecondHalf => " s",
            DayPart.Hours => " o",
            _ => "",
        }
        + (IsOpen(stay, cell) ? " e" : "")
        + (IsPending(stay) ? " p" : stay.Status == "rejected" ? " r" : "");

    private bool IsOpen(Stay stay, MonthCell cell) =>
        stay.Last is null && cell.Day.AddDays(cell.Count - 1) == calendar.To.Date;

    private string KindOf(DateTime day) =>
        day == _today ? "t" : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "w" : "";

    private sealed record PersonRow(string Id, string Name, Stay[] Stays);
}

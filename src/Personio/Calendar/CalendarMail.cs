using System.Text;
using Personio.Client;

namespace Personio;

/// <summary>
/// Renders absences as plain text for the body of an email: who is absent today, then the absences of each person.
/// </summary>
internal static class CalendarMail
{
    /// <summary>Returns the text, to be encoded as UTF-8.</summary>
    public static string Render(AbsenceCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        IReadOnlyList<CalendarEntry> entries = calendar.Entries;
        CalendarFormatter words = calendar.Wording;
        CalendarWords say = words.Words;
        var mail = new StringBuilder();
        AddHeading(mail, calendar.Title ?? say.Title, '=');
        AddLine(mail, words.Fill(say.Span, words.Day(calendar.From), words.Day(calendar.To)));
        AddLine(mail, CalendarPage.CountOf(calendar, entries));
        AddToday(mail, calendar, entries);
        AddPersons(mail, calendar, entries);
        AddLine(mail, "");
        AddLine(mail, say.HolidaysNote);
        AddLine(mail, say.PrivacyNote);
        return mail.ToString();
    }

    private static void AddToday(StringBuilder mail, AbsenceCalendar calendar, IReadOnlyList<CalendarEntry> entries)
    {
        if (CalendarPage.AbsentToday(calendar, entries) is not { } absent)
        {
            return;
        }

        CalendarFormatter words = calendar.Wording;
        AddLine(mail, "");
        AddHeading(mail, words.Fill(words.Words.AbsentToday, words.Day(calendar.CreatedAt.Date)), '-');
        foreach ((string name, string text) in absent)
        {
            AddLine(mail, $"{name}: {text}");
        }

        if (absent.Count == 0)
        {
            AddLine(mail, words.Words.Nobody);
        }
    }

    // Persons who were specified are listed even if they are not absent, so that nobody looks forgotten.
    private static void AddPersons(StringBuilder mail, AbsenceCalendar calendar, IReadOnlyList<CalendarEntry> entries)
    {
        if (entries.Count == 0)
        {
            AddLine(mail, "");
            AddLine(mail, calendar.Wording.Words.NobodyAbsent);
        }

        string? group = null;
        foreach (CalendarRow row in CalendarRow.All(calendar, entries))
        {
            AddLine(mail, "");
            if (calendar.Groups is not null && row.Group != group)
            {
                AddHeading(mail, group = row.Group, '-');
            }

            AddLine(mail, row.Name);
            foreach (CalendarEntry entry in row.Entries)
            {
                AddLine(mail, $"  - {calendar.Wording.Describe(entry)}");
            }
        }
    }

    private static void AddHeading(StringBuilder mail, string text, char line)
    {
        AddLine(mail, text);
        mail.Append(line, Math.Min(CalendarText.Plain(text).Length, 72)).Append('\n');
    }

    private static void AddLine(StringBuilder mail, string text) => mail.Append(CalendarText.Plain(text)).Append('\n');
}

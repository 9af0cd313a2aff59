using System.Globalization;
using System.Text;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Renders absences as an iCalendar file (RFC 5545), one event per absence.</summary>
/// <remarks>
/// An event has the ID of its absence, so that a second import updates it. Events are transparent: another person's
/// absence does not make the reader busy. A half day is an all-day event that names the half, because Personio does not
/// say when midday is. Times are in UTC, so that a calendar in any time zone shows them correctly; if Personio names no
/// time zone that this system knows, they are written as local times.
/// </remarks>
internal static class CalendarFile
{
    private const string Day = "yyyyMMdd";
    private const string Moment = "yyyyMMdd'T'HHmmss";

    /// <summary>Returns the text of the file, to be encoded as UTF-8.</summary>
    public static string Render(AbsenceCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        string title = CalendarText.ICalendar(calendar.Title ?? calendar.Wording.Words.Title);
        StringBuilder file = new StringBuilder()
            .AddLine("BEGIN:VCALENDAR")
            .AddLine("VERSION:2.0")
            .AddLine("PRODID:-//Personio for PowerShell//Absences//EN")
            .AddLine("CALSCALE:GREGORIAN")
            .AddLine($"NAME:{title}")
            .AddLine($"X-WR-CALNAME:{title}");
        foreach (CalendarEntry entry in calendar.Entries)
        {
            Add(file, entry, calendar);
        }

        return file.AddLine("END:VCALENDAR").ToString();
    }

    private static void Add(StringBuilder file, CalendarEntry entry, AbsenceCalendar calendar)
    {
        file.AddLine("BEGIN:VEVENT")
            .AddLine($"UID:{CalendarText.ICalendar(IdOf(entry))}")
            .AddLine($"DTSTAMP:{Utc(calendar.CreatedAt)}");
        AddHistory(file, entry.Absence);
        AddDays(file, entry, calendar.To);
        file.AddLine($"SUMMARY:{CalendarText.ICalendar(Summary(entry, calendar))}");
        if (entry.Absence.AbsenceType is { Length: > 0 } type)
        {
            file.AddLine($"CATEGORIES:{CalendarText.ICalendar(type)}");
        }

        if (Status(entry) is { } status)
        {
            file.AddLine($"STATUS:{status}");
        }

        file.AddLine("TRANSP:TRANSPARENT").AddLine("END:VEVENT");
    }

    // A later change needs a higher number. Personio has no such number, but the seconds between creation and the last
    // change serve.
    private static void AddHistory(StringBuilder file, AbsencePeriod absence)
    {
        if (absence.CreatedAt is { } created)
        {
            file.AddLine($"CREATED:{Utc(created)}");
        }

        if (absence.UpdatedAt is { } updated)
        {
            file.AddLine($"LAST-MODIFIED:{Utc(updated)}");
            double age = (updated - (absence.CreatedAt ?? updated)).TotalSeconds;
            file.AddLine(FormattableString.Invariant($"SEQUENCE:{(int)Math.Clamp(age, 0, int.MaxValue)}"));
        }
    }

    // DTEND is exclusive: the day after the last one. An open end extends to the end of the calendar.
    private static void AddDays(StringBuilder file, CalendarEntry entry, DateTime to)
    {
        DateTime last = entry.Last ?? (to > entry.First ? to.Date : entry.First);
        bool isTimed = entry is { From: not null, Until: not null };
        file.AddLine(isTimed
            ? $"DTSTART:{Wall(entry.First + entry.From!.Value, entry.Absence.TimeZoneId)}"
            : $"DTSTART;VALUE=DATE:{Text(entry.First, Day)}");
        DateTime end = isTimed ? last + entry.Until!.Value : last < DateTime.MaxValue.Date ? last.AddDays(1) : last;
        if (!isTimed)
        {
            file.AddLine($"DTEND;VALUE=DATE:{Text(end, Day)}");
        }
        else if (end > entry.First + entry.From)
        {
            file.AddLine($"DTEND:{Wall(end, entry.Absence.TimeZoneId)}");
        }
    }

    private static string Summary(CalendarEntry entry, AbsenceCalendar calendar)
    {
        CalendarFormatter words = calendar.Wording;
        List<string> notes = [.. words.Notes(entry)];
        if (entry is { From: not null, Last: null })
        {
            notes.Insert(0, words.Fill(words.Words.Times.From, entry.TimesOf(entry.First).From));
        }

        if (words.StatusOf(entry) is { Length: > 0 } status)
        {
            notes.Add(status);
        }

        string name = $"{calendar.NameOf(entry.Absence.PersonId)}: {words.TypeOf(entry)}";
        return notes.Count == 0 ? name : $"{name} ({string.Join(", ", notes)})";
    }

    private static string? Status(CalendarEntry entry) => entry.Status switch
    {
        "" => null,
        _ when entry.IsApproved => "CONFIRMED",
        "rejected" => "CANCELLED",
        _ => "TENTATIVE",
    };

    private static string IdOf(CalendarEntry entry) =>
        $"personio-absence-{entry.Absence.AbsencePeriodId ?? $"{entry.Absence.PersonId}-{Text(entry.First, Day)}"}";

    // A time that daylight saving skips or repeats is read as standard time.
    private static string Wall(DateTime moment, string? zoneId)
    {
        bool isKnown = TimeZoneInfo.TryFindSystemTimeZoneById(zoneId ?? "", out TimeZoneInfo? zone);
        return isKnown && moment.Year is > 1 and < 9999
            ? Utc(new DateTimeOffset(moment, zone!.GetUtcOffset(moment)))
            : Text(moment, Moment);
    }

    private static string Utc(DateTimeOffset instant) => Text(instant.UtcDateTime, Moment) + "Z";

    private static string Text(DateTime date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}

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
        foreach (CalendarEntry stay in calendar.Stays)
        {
            Add(file, stay, calendar);
        }

        return file.AddLine("END:VCALENDAR").ToString();
    }

    private static void Add(StringBuilder file, CalendarEntry stay, AbsenceCalendar calendar)
    {
        file.AddLine("BEGIN:VEVENT")
            .AddLine($"UID:{CalendarText.ICalendar(IdOf(stay))}")
            .AddLine($"DTSTAMP:{Utc(calendar.MadeAt)}");
        AddHistory(file, stay.Absence);
        AddDays(file, stay, calendar.To);
        file.AddLine($"SUMMARY:{CalendarText.ICalendar(Summary(stay, calendar))}");
        if (stay.Absence.AbsenceType is { Length: > 0 } type)
        {
            file.AddLine($"CATEGORIES:{CalendarText.ICalendar(type)}");
        }

        if (Status(stay) is { } status)
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
    private static void AddDays(StringBuilder file, CalendarEntry stay, DateTime to)
    {
        DateTime last = stay.Last ?? (to > stay.First ? to.Date : stay.First);
        bool isTimed = stay is { From: not null, Until: not null };
        file.AddLine(isTimed
            ? $"DTSTART:{Wall(stay.First + stay.From!.Value, stay.Absence.TimeZoneId)}"
            : $"DTSTART;VALUE=DATE:{Text(stay.First, Day)}");
        DateTime end = isTimed ? last + stay.Until!.Value : last < DateTime.MaxValue.Date ? last.AddDays(1) : last;
        if (!isTimed)
        {
            file.AddLine($"DTEND;VALUE=DATE:{Text(end, Day)}");
        }
        else if (end > stay.First + stay.From)
        {
            file.AddLine($"DTEND:{Wall(end, stay.Absence.TimeZoneId)}");
        }
    }

    private static string Summary(CalendarEntry stay, AbsenceCalendar calendar)
    {
        CalendarFormatter words = calendar.Wording;
        List<string> notes = [.. words.Notes(stay)];
        if (stay is { From: not null, Last: null })
        {
            notes.Insert(0, words.Fill(words.Words.Times.From, stay.TimesOf(stay.First).From));
        }

        if (words.StatusOf(stay) is { Length: > 0 } status)
        {
            notes.Add(status);
        }

        string name = $"{calendar.NameOf(stay.Absence.PersonId)}: {words.TypeOf(stay)}";
        return notes.Count == 0 ? name : $"{name} ({string.Join(", ", notes)})";
    }

    private static string? Status(CalendarEntry stay) => stay.Status switch
    {
        "" => null,
        _ when stay.IsApproved => "CONFIRMED",
        "rejected" => "CANCELLED",
        _ => "TENTATIVE",
    };

    private static string IdOf(CalendarEntry stay) =>
        $"personio-absence-{stay.Absence.AbsencePeriodId ?? $"{stay.Absence.PersonId}-{Text(stay.First, Day)}"}";

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

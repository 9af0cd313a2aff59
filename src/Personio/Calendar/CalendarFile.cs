using System.Globalization;
using System.Text;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Absences as an iCalendar file (RFC 5545), one event for each.</summary>
/// <remarks>
/// An event has the id of its absence, so that importing again updates it. Nobody else's absence makes the reader busy:
/// events are transparent. Half days are events of a day that name the half, because Personio does not say when midday
/// is. Hours are in UTC, so that a calendar in any zone shows the right ones; where Personio names no zone that is known
/// here they stand as they are.
/// </remarks>
internal static class CalendarFile
{
    private const string Day = "yyyyMMdd";
    private const string Moment = "yyyyMMdd'T'HHmmss";

    /// <summary>The text of the file; to be written as UTF-8.</summary>
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

    // What is changed later has a higher number. Personio has none, but seconds from the first to the last change do.
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

    // The day of the end is the first one after it. An open end is drawn as far as the calendar goes.
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

    // An hour that the clock leaves out or strikes twice is read in standard time.
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

using System.Globalization;
using Personio.Models;

namespace Personio.Tests.Calendar;

/// <summary>Absences as Personio sends them, and calendars of them.</summary>
internal static class Away
{
    /// <summary>
    /// An absence from the text of its moments; "Second" after a day is a half, and an end with a half is the last day.
    /// </summary>
    public static AbsencePeriod From(
        string start, string? end, string? type = "Vacation", string? status = "APPROVED", string? person = "1",
        string? id = "a-1") => new()
    {
        AbsencePeriodId = id,
        PersonId = person,
        AbsenceType = type,
        Starts = Boundary(start),
        Ends = end is null ? null : Boundary(end),
        EndsInclusively = true,
        Approval = status is null ? null : new Approval { Status = status },
    };

    public static AbsenceCalendar June(params AbsencePeriod[] absences) => new()
    {
        From = new DateTime(2026, 6, 1),
        To = new DateTime(2026, 6, 30),
        Absences = absences,
        Names = new Dictionary<string, string> { ["1"] = "Given Family" },
        AbsenceTypes = ["Vacation", "Sick day"],
        CreatedAt = new DateTimeOffset(2026, 5, 20, 8, 0, 0, TimeSpan.FromHours(2)),
    };

    private static AbsenceBoundary Boundary(string text)
    {
        string[] parts = text.Split(' ');
        return new AbsenceBoundary
        {
            DateTime = DateTime.Parse(parts[0], CultureInfo.InvariantCulture),
            Type = parts.Length > 1 ? $"{parts[1].ToUpperInvariant()}_HALF" : null,
        };
    }
}

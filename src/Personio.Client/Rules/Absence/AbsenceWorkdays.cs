using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Estimates what an absence takes without requesting the amounts from Personio: Monday to Friday, except for the
/// specified holidays. Individual working schedules are not considered.
/// </summary>
public static class AbsenceWorkdays
{
    /// <summary>Returns the amounts of an absence, day by day; empty if it has no start.</summary>
    /// <param name="absence">The absence. An open end extends to the last day of interest.</param>
    /// <param name="from">The first day of interest.</param>
    /// <param name="to">The last day of interest, inclusive.</param>
    /// <param name="holidays">Days that do not count, at midnight.</param>
    public static IEnumerable<AbsenceAmount> Count(
        AbsencePeriod absence, DateTime from, DateTime to, IReadOnlySet<DateTime> holidays)
    {
        ArgumentNullException.ThrowIfNull(absence);
        ArgumentNullException.ThrowIfNull(holidays);
        if (CalendarEntry.Create(absence) is not { } entry)
        {
            yield break;
        }

        DateTime first = entry.First > from.Date ? entry.First : from.Date;
        DateTime last = entry.Last < to.Date ? entry.Last.Value : to.Date;
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            if (AmountOn(entry, day, holidays) is { } amount)
            {
                yield return amount;
            }
        }
    }

    // Times on a single day give the hours of the absence, even on a weekend or holiday. Times on two different days do
    // not say how many hours lie between them, because only Personio knows the working hours; such absences are counted
    // in days.
    private static AbsenceAmount? AmountOn(CalendarEntry entry, DateTime day, IReadOnlySet<DateTime> holidays)
    {
        if (entry.First == entry.Last && entry is { From: { } start, Until: { } end })
        {
            return new AbsenceAmount(day, 0, (end - start).Ticks / (decimal)TimeSpan.TicksPerHour);
        }

        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(day)
            ? null
            : new AbsenceAmount(day, entry.PartOf(day) is DayPart.FirstHalf or DayPart.SecondHalf ? 0.5m : 1m, 0);
    }
}

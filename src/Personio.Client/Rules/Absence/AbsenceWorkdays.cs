using Personio.Models;

namespace Personio.Client;

/// <summary>
/// What an absence takes where nobody asked Personio for the amounts: Monday to Friday without the holidays that are
/// named. Who works on other days is not known here.
/// </summary>
public static class AbsenceWorkdays
{
    /// <summary>The amounts of an absence, day by day; none where it does not say when it begins.</summary>
    /// <param name="absence">The absence. An open end goes on to the last day.</param>
    /// <param name="from">The first day of interest.</param>
    /// <param name="to">The last day of interest, inclusive.</param>
    /// <param name="holidays">Days that count for nobody, at midnight.</param>
    public static IEnumerable<AbsenceAmount> Count(
        AbsencePeriod absence, DateTime from, DateTime to, IReadOnlySet<DateTime> holidays)
    {
        ArgumentNullException.ThrowIfNull(absence);
        ArgumentNullException.ThrowIfNull(holidays);
        if (CalendarEntry.Create(absence) is not { } stay)
        {
            yield break;
        }

        DateTime first = stay.First > from.Date ? stay.First : from.Date;
        DateTime last = stay.Last < to.Date ? stay.Last.Value : to.Date;
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            if (AmountOn(stay, day, holidays) is { } amount)
            {
                yield return amount;
            }
        }
    }

    // Times on one day are the hours of the absence, whatever day that is. Times on two days say nothing of the hours
    // between: how long a day of work is only Personio knows, so these count as days.
    private static AbsenceAmount? AmountOn(CalendarEntry stay, DateTime day, IReadOnlySet<DateTime> holidays)
    {
        if (stay.First == stay.Last && stay is { From: { } start, Until: { } end })
        {
            return new AbsenceAmount(day, 0, (end - start).Ticks / (decimal)TimeSpan.TicksPerHour);
        }

        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(day)
            ? null
            : new AbsenceAmount(day, stay.PartOf(day) is DayPart.FirstHalf or DayPart.SecondHalf ? 0.5m : 1m, 0);
    }
}

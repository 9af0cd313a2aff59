using Personio.Models;

namespace Personio.Client;

/// <summary>Determines from absences and their daily amounts how a company writes the last day of an absence.</summary>
internal static class AbsenceEnd
{
    // The daily amounts that fit on one page: a longer absence takes more than one request.
    private const int MaxDays = 28;

    /// <summary>Whether the last day is ambiguous: the end is a midnight and names a half of the day.</summary>
    public static bool IsOpenToReading(AbsencePeriod absence) =>
        absence is { Ends.NamesHalf: true, EndsAt: { TimeOfDay.Ticks: 0 } end } && !(end < absence.StartsFrom?.Date);

    /// <summary>
    /// Whether the absence alone proves that the end is the last day: it is a whole day and ends with the midnight at
    /// which it begins. If that were the midnight after the last day, the absence would have no days at all. A half day
    /// proves nothing, because companies may write it differently from whole days.
    /// </summary>
    public static bool IsInclusive(AbsencePeriod absence) =>
        IsOpenToReading(absence) && absence is { StartHalf: not "Second", EndHalf: "Second" }
        && absence.EndsAt == absence.StartsFrom?.Date;

    /// <summary>The absence whose daily amounts are the most reliable evidence; null if none is usable.</summary>
    /// <param name="absences">The absences to choose from.</param>
    /// <param name="today">The current day: absences that are over no longer change.</param>
    public static AbsencePeriod? FindWitness(IEnumerable<AbsencePeriod> absences, DateTime today) => absences
        .Where(absence => absence is { AbsencePeriodId: not null, StartsFrom: not null }
            && IsOpenToReading(absence) && absence.EndsAt > absence.StartsFrom.Value.Date)
        .OrderByDescending(absence => string.Equals(absence.Status, "APPROVED", StringComparison.OrdinalIgnoreCase))
        .ThenByDescending(absence => absence.EndHalf == "Second")
        .ThenByDescending(absence => IsBetweenWorkdays(absence.EndsAt!.Value))
        .ThenByDescending(absence => (absence.EndsAt - absence.StartsFrom)!.Value.TotalDays < MaxDays)
        .ThenByDescending(absence => absence.EndsAt < today)
        .FirstOrDefault();

    /// <summary>The reading that the daily amounts of an absence prove.</summary>
    /// <param name="start">The first day of the absence.</param>
    /// <param name="end">The day of its end, as sent by Personio.</param>
    /// <param name="days">Its daily amounts, one for each day.</param>
    public static AbsenceEndReading Judge(DateTime start, DateTime end, IReadOnlyList<AbsenceBreakdown> days) =>
        days.Min(day => day.Date)?.Date != start.Date ? AbsenceEndReading.Unproven
        : days.Max(day => day.Date)?.Date == end.Date ? AbsenceEndReading.Inclusive
        : days.Max(day => day.Date)?.Date.AddDays(1) == end.Date ? AbsenceEndReading.Exclusive
        : AbsenceEndReading.Unproven;

    /// <summary>Whether the booked days differ from the requested ones only by weekends at either end.</summary>
    public static bool LacksWeekends(AbsenceDays booked, AbsenceDays requested) =>
        booked.First >= requested.First && booked.Last <= requested.Last
        && AreWeekends(requested.First, booked.First) && AreWeekends(booked.Last.AddDays(1), requested.Last.AddDays(1));

    private static bool AreWeekends(DateTime from, DateTime until)
    {
        while (from < until && from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            from = from.AddDays(1);
        }

        return from >= until;
    }

    // Personio should list every day. These ends would be read correctly even if a company's amounts lacked weekends.
    private static bool IsBetweenWorkdays(DateTime end) => end.DayOfWeek is not
        (DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Monday);
}

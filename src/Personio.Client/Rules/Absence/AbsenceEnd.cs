using Personio.Models;

namespace Personio.Client;

/// <summary>What absences and their daily amounts tell about how a company writes the last day of an absence.</summary>
internal static class AbsenceEnd
{
    // What one page of daily amounts holds: a longer absence takes more than one request.
    private const int MostDays = 28;

    /// <summary>Whether the last day of the absence depends on the reading: a half is named, at midnight.</summary>
    public static bool IsOpenToReading(AbsencePeriod absence) =>
        absence is { Ends.NamesHalf: true, EndsAt: { TimeOfDay.Ticks: 0 } end } && !(end < absence.StartsFrom?.Date);

    /// <summary>
    /// Whether the absence proves by itself that the end is the last day: it ends with the midnight it begins with, and
    /// as a midnight after the last day that would be no absence at all.
    /// </summary>
    public static bool IsInclusive(AbsencePeriod absence) =>
        IsOpenToReading(absence) && absence.EndsAt == absence.StartsFrom?.Date;

    /// <summary>The absence whose daily amounts tell most surely; null where none can.</summary>
    /// <param name="absences">The absences at hand.</param>
    /// <param name="today">The present day: what is over does not change any more.</param>
    public static AbsencePeriod? Witness(IEnumerable<AbsencePeriod> absences, DateTime today) => absences
        .Where(absence => absence is { AbsencePeriodId: not null, StartsFrom: not null }
            && IsOpenToReading(absence) && !IsInclusive(absence))
        .OrderByDescending(absence => string.Equals(absence.Status, "APPROVED", StringComparison.OrdinalIgnoreCase))
        .ThenByDescending(absence => IsBetweenWorkdays(absence.EndsAt!.Value))
        .ThenByDescending(absence => (absence.EndsAt - absence.StartsFrom)!.Value.TotalDays < MostDays)
        .ThenByDescending(absence => absence.EndHalf == "Second")
        .ThenByDescending(absence => absence.EndsAt < today)
        .FirstOrDefault();

    /// <summary>The reading that the daily amounts of an absence prove.</summary>
    /// <param name="start">The first day of the absence.</param>
    /// <param name="end">The day of its end, as it is on the wire.</param>
    /// <param name="days">Its daily amounts: one for each of its days.</param>
    public static AbsenceEndReading Judge(DateTime start, DateTime end, IReadOnlyList<AbsenceBreakdown> days) =>
        days.Min(day => day.Date)?.Date != start.Date ? AbsenceEndReading.Unproven
        : days.Max(day => day.Date)?.Date == end.Date ? AbsenceEndReading.Inclusive
        : days.Max(day => day.Date)?.Date.AddDays(1) == end.Date ? AbsenceEndReading.Exclusive
        : AbsenceEndReading.Unproven;

    /// <summary>Whether days that are booked lack nothing of those that were asked for but weekends.</summary>
    public static bool LacksWeekends(AbsenceDays booked, AbsenceDays asked) =>
        booked.First >= asked.First && booked.Last <= asked.Last
        && AreWeekends(asked.First, booked.First) && AreWeekends(booked.Last.AddDays(1), asked.Last.AddDays(1));

    private static bool AreWeekends(DateTime from, DateTime until)
    {
        while (from < until && from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            from = from.AddDays(1);
        }

        return from >= until;
    }

    // The amounts should have all days. If a company's lacked its weekends, these ends would still be told right.
    private static bool IsBetweenWorkdays(DateTime end) => end.DayOfWeek is not
        (DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Monday);
}

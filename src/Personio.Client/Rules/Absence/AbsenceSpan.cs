using Personio.Models;

namespace Personio.Client;

/// <summary>The time that an absence takes, to check whether two absences of a person overlap.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">The first moment after it; null if it is open-ended.</param>
/// <param name="IsHourly">Whether it is counted in hours.</param>
public sealed record AbsenceSpan(DateTime From, DateTime? Until, bool IsHourly)
{
    private static readonly TimeSpan s_midday = TimeSpan.FromHours(12);

    /// <summary>Creates the span of an absence in days, half days or hours.</summary>
    /// <param name="start">The first day; with a time of day if counted in hours.</param>
    /// <param name="startsAtMidday">Whether only the second half of the first day counts.</param>
    /// <param name="end">The last day, inclusive; with a time of day if counted in hours. Null if open-ended.</param>
    /// <param name="endsAtMidday">Whether only the first half of the last day counts.</param>
    public static AbsenceSpan Create(DateTime start, bool startsAtMidday, DateTime? end, bool endsAtMidday)
    {
        bool isHourly = start.TimeOfDay != TimeSpan.Zero || end?.TimeOfDay > TimeSpan.Zero;
        return isHourly
            ? new(start, end, true)
            : new(
                startsAtMidday ? start + s_midday : start,
                endsAtMidday ? end + s_midday
                    : end is { } last && last < DateTime.MaxValue.Date ? last.AddDays(1)
                    : null,
                false);
    }

    /// <summary>Creates the span of an absence read from Personio; null if it has no start.</summary>
    public static AbsenceSpan? Create(AbsencePeriod absence)
    {
        ArgumentNullException.ThrowIfNull(absence);
        return absence.StartDate is { } start
            ? Create(start, absence.StartHalf == "Second", absence.EndDate, absence.EndHalf == "First")
            : null;
    }

    /// <summary>
    /// Whether the two spans overlap. An hourly absence does not overlap a half day on the day it begins: when the half
    /// day ends is up to the company.
    /// </summary>
    public bool Overlaps(AbsenceSpan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From < (other.Until ?? DateTime.MaxValue) && other.From < (Until ?? DateTime.MaxValue)
            && !(IsHourly && other.IsHalfOn(From.Date)) && !(other.IsHourly && IsHalfOn(other.From.Date));
    }

    private bool IsHalfOn(DateTime day) => !IsHourly && (From == day + s_midday || Until == day + s_midday);
}

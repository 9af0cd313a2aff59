using Personio.Models;

namespace Personio.Client;

/// <summary>The time that an absence takes, for telling whether two of one person overlap.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">The first moment after it; null where its end is open.</param>
/// <param name="IsHourly">Whether it is counted in hours.</param>
public sealed record AbsenceSpan(DateTime From, DateTime? Until, bool IsHourly)
{
    private static readonly TimeSpan s_half = TimeSpan.FromHours(12);

    /// <summary>The span of days, half days or hours.</summary>
    /// <param name="start">The first day, with its time for hours.</param>
    /// <param name="startsAtMidday">Whether only the second half of the first day counts.</param>
    /// <param name="end">The last day, inclusive, with its time for hours; null for an open end.</param>
    /// <param name="endsAtMidday">Whether only the first half of the last day counts.</param>
    public static AbsenceSpan Create(DateTime start, bool startsAtMidday, DateTime? end, bool endsAtMidday)
    {
        bool isHourly = start.TimeOfDay != TimeSpan.Zero || end?.TimeOfDay > TimeSpan.Zero;
        return isHourly
            ? new(start, end, true)
            : new(
                startsAtMidday ? start + s_half : start,
                endsAtMidday ? end + s_half : end is { } last && last < DateTime.MaxValue.Date ? last.AddDays(1) : null,
                false);
    }

    /// <summary>The span of an absence of Personio; null where it does not say when it begins.</summary>
    public static AbsenceSpan? Create(AbsencePeriod absence)
    {
        ArgumentNullException.ThrowIfNull(absence);
        return absence.StartDate is { } start
            ? Create(start, absence.StartHalf == "Second", absence.EndDate, absence.EndHalf == "First")
            : null;
    }

    /// <summary>
    /// Whether both take some of the same time. Hours beside half a day do not count: when the half ends is up to the
    /// company.
    /// </summary>
    public bool Overlaps(AbsenceSpan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From < (other.Until ?? DateTime.MaxValue) && other.From < (Until ?? DateTime.MaxValue)
            && !(IsHourly && other.IsHalfOn(From.Date)) && !(other.IsHourly && IsHalfOn(other.From.Date));
    }

    private bool IsHalfOn(DateTime day) => !IsHourly && (From == day + s_half || Until == day + s_half);
}

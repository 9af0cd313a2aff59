using System.Globalization;
using Personio.Models;

namespace Personio.Client;

/// <summary>An absence as days: which it takes, and which part of each.</summary>
public sealed class CalendarEntry
{
    /// <summary>The absence.</summary>
    public required AbsencePeriod Absence { get; init; }

    /// <summary>The first day, at midnight.</summary>
    public required DateTime First { get; init; }

    /// <summary>The last day, inclusive, at midnight; null where the end is open.</summary>
    public DateTime? Last { get; init; }

    /// <summary>When it begins on its first day; null where it is not counted in hours.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>When it ends on its last day; null where it is not counted in hours, or the end is open.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>What kind of absence it is; null where that is not known, or not to be shown.</summary>
    public string? Type => string.IsNullOrWhiteSpace(Absence.AbsenceType) ? null : Absence.AbsenceType;

    /// <summary>How far the approval is, in small letters and words; empty where it is not known.</summary>
    public string Status => (Absence.Status ?? "").Trim().ToLowerInvariant().Replace('_', ' ');

    /// <summary>Whether the person is away for sure: also while the withdrawal of the absence waits for approval.</summary>
    public bool IsApproved => Status is "approved" or "deletion pending";

    /// <summary>Whether it begins at midday of its first day.</summary>
    public bool BeginsAtMidday => Absence.StartHalf == "Second";

    /// <summary>Whether it ends at midday of its last day.</summary>
    public bool EndsAtMidday => Last is not null && Absence.EndHalf == "First";

    /// <summary>The absence as days; null where it does not say when it begins.</summary>
    public static CalendarEntry? Create(AbsencePeriod absence)
    {
        if (absence.StartDate is not { } start)
        {
            return null;
        }

        DateTime? end = absence.EndDate?.Date < start.Date ? start : absence.EndDate;
        bool isHourly = start.TimeOfDay > TimeSpan.Zero || end?.TimeOfDay > TimeSpan.Zero;
        // Until midnight is the whole of the last day, which has no time of its own.
        bool isUntilMidnight = end?.TimeOfDay == TimeSpan.Zero && absence.EndHalf is not ("First" or "Second");
        return new CalendarEntry
        {
            Absence = absence,
            First = start.Date,
            Last = end?.Date,
            From = isHourly ? start.TimeOfDay : null,
            Until = !isHourly ? null : isUntilMidnight ? TimeSpan.FromDays(1) : end?.TimeOfDay,
        };
    }

    /// <summary>Whether any part of it lies on a day.</summary>
    public bool IsOn(DateTime day) => First <= day && (Last is null || Last >= day);

    /// <summary>The part of one of its days that it takes.</summary>
    public DayPart PartOf(DateTime day) => (day == First, day == Last) switch
    {
        (true, _) when From > TimeSpan.Zero => DayPart.Hours,
        (_, true) when Until > TimeSpan.Zero && Until < TimeSpan.FromDays(1) => DayPart.Hours,
        (true, _) when BeginsAtMidday => DayPart.SecondHalf,
        (_, true) when EndsAtMidday => DayPart.FirstHalf,
        _ => DayPart.Whole,
    };

    /// <summary>The times of one of its days; empty at an end that is on another day.</summary>
    public (string From, string Until) TimesOf(DateTime day) =>
        (day == First ? Time(From) : "", day == Last ? Time(Until) : "");

    private static string Time(TimeSpan? time) => time is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)known.TotalHours:00}:{known.Minutes:00}")
        : "";
}

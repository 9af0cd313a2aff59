using System.Globalization;
using Personio.Models;

namespace Personio.Client;

/// <summary>An absence as calendar days, with the part of each day that it takes.</summary>
public sealed class CalendarEntry
{
    /// <summary>The absence.</summary>
    public required AbsencePeriod Absence { get; init; }

    /// <summary>The first day, at midnight.</summary>
    public required DateTime First { get; init; }

    /// <summary>The last day, inclusive, at midnight; null if open-ended.</summary>
    public DateTime? Last { get; init; }

    /// <summary>When it begins on its first day; null if it is not counted in hours.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>When it ends on its last day; null if it is not counted in hours or is open-ended.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>The absence type; null if it is unknown or must not be shown.</summary>
    public string? Type => string.IsNullOrWhiteSpace(Absence.AbsenceType) ? null : Absence.AbsenceType;

    /// <summary>The approval status in lower case, with spaces for underscores; empty if unknown.</summary>
    public string Status => (Absence.Status ?? "").Trim().ToLowerInvariant().Replace('_', ' ');

    /// <summary>
    /// Whether the person is certain to be away. That includes an absence whose withdrawal is waiting for approval.
    /// </summary>
    public bool IsApproved => Status is "approved" or "deletion pending";

    /// <summary>Whether it begins at midday on its first day.</summary>
    public bool StartsAtMidday => Absence.StartHalf == "Second";

    /// <summary>Whether it ends at midday on its last day.</summary>
    public bool EndsAtMidday => Last is not null && Absence.EndHalf == "First";

    /// <summary>Creates an entry from an absence; null if the absence has no start.</summary>
    public static CalendarEntry? Create(AbsencePeriod absence)
    {
        if (absence.StartDate is not { } start)
        {
            return null;
        }

        DateTime? end = absence.EndDate?.Date < start.Date ? start : absence.EndDate;
        bool isHourly = start.TimeOfDay > TimeSpan.Zero || end?.TimeOfDay > TimeSpan.Zero;
        // An end at midnight without a half covers the whole last day.
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

    /// <summary>Whether any part of the absence falls on a day.</summary>
    public bool IsOn(DateTime day) => First <= day && (Last is null || Last >= day);

    /// <summary>The part of one of its days that the absence takes.</summary>
    public DayPart PartOf(DateTime day) => (day == First, day == Last) switch
    {
        (true, _) when From > TimeSpan.Zero => DayPart.Hours,
        (_, true) when Until > TimeSpan.Zero && Until < TimeSpan.FromDays(1) => DayPart.Hours,
        (true, _) when StartsAtMidday => DayPart.SecondHalf,
        (_, true) when EndsAtMidday => DayPart.FirstHalf,
        _ => DayPart.Whole,
    };

    /// <summary>The start and end times on one of its days; empty if it starts or ends on another day.</summary>
    public (string From, string Until) TimesOf(DateTime day) =>
        (day == First ? Time(From) : "", day == Last ? Time(Until) : "");

    private static string Time(TimeSpan? time) => time is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)known.TotalHours:00}:{known.Minutes:00}")
        : "";
}

using Personio.Models;

namespace Personio.Client;

/// <summary>How much of one day an absence takes.</summary>
/// <param name="Day">The day.</param>
/// <param name="Days">Days; zero where the day counts in hours.</param>
/// <param name="Hours">Hours; zero where the day counts in days.</param>
public readonly record struct AbsenceAmount(DateTime Day, decimal Days, decimal Hours)
{
    /// <summary>
    /// The amount that Personio lists for a day; null where it is without a day or a number, or counts neither days nor
    /// hours.
    /// </summary>
    public static AbsenceAmount? From(AbsenceBreakdown row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (row.Date, row.Days ?? row.Hours) switch
        {
            ({ } day, { } days) when AbsenceUnit.IsDay(row.Unit) => new AbsenceAmount(day, days, 0),
            ({ } day, { } hours) when AbsenceUnit.IsHour(row.Unit) => new AbsenceAmount(day, 0, hours),
            _ => null,
        };
    }
}

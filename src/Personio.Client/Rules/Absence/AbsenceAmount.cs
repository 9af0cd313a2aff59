using Personio.Models;

namespace Personio.Client;

/// <summary>How much of one day an absence takes.</summary>
/// <param name="Day">The day.</param>
/// <param name="Days">The amount in days; zero if the day is counted in hours.</param>
/// <param name="Hours">The amount in hours; zero if the day is counted in days.</param>
public readonly record struct AbsenceAmount(DateTime Day, decimal Days, decimal Hours)
{
    /// <summary>
    /// Returns the amount that Personio lists for a day; null if the row has no day or no number, or is counted in
    /// neither days nor hours.
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

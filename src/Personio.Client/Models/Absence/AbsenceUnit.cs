namespace Personio.Models;

/// <summary>The units in which absences are counted, as spelled by Personio.</summary>
public static class AbsenceUnit
{
    /// <summary>Days and half days.</summary>
    public const string Day = "DAY";

    /// <summary>Hours: absences have a time of day.</summary>
    public const string Hour = "HOUR";

    /// <summary>Whether a unit is days; false for null.</summary>
    public static bool IsDay(string? unit) => string.Equals(unit, Day, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a unit is hours; false for null.</summary>
    public static bool IsHour(string? unit) => string.Equals(unit, Hour, StringComparison.OrdinalIgnoreCase);
}

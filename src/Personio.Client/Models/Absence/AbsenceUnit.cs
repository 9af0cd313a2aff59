namespace Personio.Models;

/// <summary>What absences are counted in, as Personio writes it.</summary>
public static class AbsenceUnit
{
    /// <summary>Days and halves of days.</summary>
    public const string Day = "DAY";

    /// <summary>Hours: absences have times of day.</summary>
    public const string Hour = "HOUR";

    /// <summary>Whether a unit is days; null is not.</summary>
    public static bool IsDay(string? unit) => string.Equals(unit, Day, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a unit is hours; null is not.</summary>
    public static bool IsHour(string? unit) => string.Equals(unit, Hour, StringComparison.OrdinalIgnoreCase);
}

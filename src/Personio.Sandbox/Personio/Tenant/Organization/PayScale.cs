namespace Personio.Sandbox.Tenant;

/// <summary>The annual pay in the believable company, by department and by the level that a title implies.</summary>
internal static class PayScale
{
    public const int Levels = 5;

    /// <summary>The level of a title, from 1 for trainees to 5 for heads of departments.</summary>
    public static int LevelOf(string? title)
    {
        string text = title ?? "";
        return text.StartsWith("Head of", StringComparison.Ordinal)
            || text.StartsWith("Vertriebsleitung", StringComparison.Ordinal)
            || text.StartsWith("Managing", StringComparison.Ordinal) ? 5
            : text.StartsWith("Team Lead", StringComparison.Ordinal) ? 4
            : text.StartsWith("Senior", StringComparison.Ordinal) ? 3
            : text.StartsWith("Junior", StringComparison.Ordinal)
                || text.StartsWith("Working", StringComparison.Ordinal) ? 1
            : 2;
    }

    /// <summary>The minimum and maximum of a level. Engineers get a little more.</summary>
    public static (decimal Minimum, decimal Maximum) Band(int department, int level)
    {
        decimal minimum = (level switch { 1 => 34_000, 2 => 44_000, 3 => 58_000, 4 => 68_000, _ => 88_000 })
            + (department is 4 or 5 or 9 ? 6_000 : 0) + (department == 0 ? 40_000 : 0);
        return (minimum, minimum + (level * 4_000));
    }
}

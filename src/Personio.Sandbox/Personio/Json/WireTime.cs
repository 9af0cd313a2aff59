using System.Globalization;

namespace Personio.Sandbox.Json;

/// <summary>Days and moments as they travel.</summary>
internal static class WireTime
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string WallFormat = "yyyy-MM-dd'T'HH:mm:ss";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>An instant in UTC, with whole seconds.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>What the wall clock shows, with whole seconds and without a zone.</summary>
    public static string Wall(DateTime wall) => wall.ToString(WallFormat, CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads exactly the local form; everything with a zone or fractions is refused.</summary>
    public static bool TryWall(string? text, out DateTime wall) =>
        DateTime.TryParseExact(text, WallFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out wall);

    /// <summary>The local form of a caller in the same process.</summary>
    /// <exception cref="FormatException">It has another form.</exception>
    public static DateTime ParseWall(string text) => TryWall(text, out DateTime wall)
        ? wall
        : throw new FormatException($"'{text}' is not of the form yyyy-MM-ddTHH:mm:ss.");

    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

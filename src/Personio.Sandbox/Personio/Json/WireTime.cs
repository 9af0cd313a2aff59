using System.Globalization;

namespace Personio.Sandbox.Json;

/// <summary>Days and moments in wire format.</summary>
internal static class WireTime
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string WallFormat = "yyyy-MM-dd'T'HH:mm:ss";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>An instant in UTC, in whole seconds.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>A local date and time in whole seconds, without a UTC offset.</summary>
    public static string Wall(DateTime wall) => wall.ToString(WallFormat, CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Parses exactly the local format; any UTC offset or fraction is rejected.</summary>
    public static bool TryWall(string? text, out DateTime wall) =>
        DateTime.TryParseExact(text, WallFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out wall);

    /// <summary>Parses the local format, for callers in the same process.</summary>
    /// <exception cref="FormatException">The text has another format.</exception>
    public static DateTime ParseWall(string text) => TryWall(text, out DateTime wall)
        ? wall
        : throw new FormatException($"'{text}' is not of the form yyyy-MM-ddTHH:mm:ss.");

    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

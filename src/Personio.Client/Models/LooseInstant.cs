using System.Globalization;
using System.Text.Json;

namespace Personio.Models;

/// <summary>
/// Reads instants that come as text, or as an object with a wall clock time and its zone:
/// <c>{"date-time": "2026-05-02T08:00:00", "timezone": "Europe/Berlin"}</c>.
/// </summary>
internal static class LooseInstant
{
    private static readonly string[] s_members = ["date-time", "date_time", "date"];

    /// <summary>The instant; null where there is none. A time without a zone is UTC.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public static DateTimeOffset? Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return Of(element, null);
            case JsonValueKind.Object:
                JsonElement time = s_members
                    .Select(name => element.TryGetProperty(name, out JsonElement found) ? found : default)
                    .FirstOrDefault(found => found.ValueKind == JsonValueKind.String);
                return time.ValueKind == JsonValueKind.String ? Of(time, ZoneOf(element)) : null;
            default:
                return null;
        }
    }

    private static DateTimeOffset? Of(JsonElement text, TimeZoneInfo? zone)
    {
        string? written = text.GetString();
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        // Round-trip kind tells whether the text carries a zone of its own; that one counts.
        if (!char.IsAsciiDigit(written[0])
            || !DateTime.TryParse(
                written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime clock)
            || !DateTimeOffset.TryParse(
                written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
        {
            throw new JsonException($"'{written[..Math.Min(written.Length, 100)]}' is not an instant.");
        }

        return clock.Kind == DateTimeKind.Unspecified ? In(zone, clock) ?? instant : instant;
    }

    // The first and the last day of the calendar have no such instant in every zone; there the zone is left away.
    private static DateTimeOffset? In(TimeZoneInfo? zone, DateTime clock) =>
        zone?.GetUtcOffset(clock) is { } offset
        && clock.Ticks - offset.Ticks >= DateTimeOffset.MinValue.Ticks
        && clock.Ticks - offset.Ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(clock, offset)
            : null;

    private static TimeZoneInfo? ZoneOf(JsonElement element) =>
        element.TryGetProperty("timezone", out JsonElement name) && name.ValueKind == JsonValueKind.String
        && IsZoneName(name.GetString()!)
        && TimeZoneInfo.TryFindSystemTimeZoneById(name.GetString()!, out TimeZoneInfo? zone)
            ? zone
            : null;

    // The runtime looks for a file of this name: what is a path, and not the name of a zone, is not asked for.
    private static bool IsZoneName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0]) && !name.Contains("..", StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+' or ' ' or '.');
}

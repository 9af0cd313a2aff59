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
        string written = PlainValue.Text(text);
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        // Round-trip kind tells whether the text carries a zone of its own; that one counts.
        if (!DateTime.TryParse(
            written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime clock)
            || !char.IsAsciiDigit(written[0]))
        {
            throw new JsonException($"'{written}' is not an instant.");
        }

        return clock.Kind != DateTimeKind.Unspecified
            ? DateTimeOffset.Parse(written, CultureInfo.InvariantCulture)
            : new DateTimeOffset(clock, zone?.GetUtcOffset(clock) ?? TimeSpan.Zero);
    }

    private static TimeZoneInfo? ZoneOf(JsonElement element) =>
        element.TryGetProperty("timezone", out JsonElement name) && name.ValueKind == JsonValueKind.String
        && TimeZoneInfo.TryFindSystemTimeZoneById(PlainValue.Text(name), out TimeZoneInfo? zone)
            ? zone
            : null;
}

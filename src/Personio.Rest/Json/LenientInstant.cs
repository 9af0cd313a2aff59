using System.Globalization;
using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>
/// Reads instants that come as text, or as an object with a wall clock time and its zone:
/// <c>{"date-time": "2026-05-02T08:00:00", "timezone": "Europe/Berlin"}</c>.
/// </summary>
internal static class LenientInstant
{
    private static readonly string[] s_zones = ["timezone", "time_zone", "timezone_id"];

    /// <summary>The members that hold the wall clock time, in the order they are looked for.</summary>
    public static IReadOnlyList<string> Members { get; } = ["date-time", "date_time", "date", "value"];

    /// <summary>
    /// The instant; null where there is none, and where it is meant in a zone that this computer does not know. A time
    /// without a zone is UTC.
    /// </summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public static DateTimeOffset? Parse(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Instant(element, null);
        }

        JsonElement time = TimeOf(element);
        string? zone = ZoneOf(element);
        return time.ValueKind == JsonValueKind.Undefined ? throw new JsonException("An instant was expected.")
            : Instant(time, null) is null || zone is null ? Instant(time, null)
            : Find(zone) is { } known ? Instant(time, known)
            : HasZone(time.GetString()!) ? Instant(time, null)
            : null;
    }

    /// <summary>Whether an object has a wall clock time at all.</summary>
    public static bool HasTime(JsonElement element) => TimeOf(element).ValueKind != JsonValueKind.Undefined;

    /// <summary>Whether a member of such an object is part of the instant that was read from it.</summary>
    public static bool IsKnown(string name) => Members.Contains(name) || s_zones.Contains(name);

    private static JsonElement TimeOf(JsonElement element) => Members
        .Select(name => element.TryGetProperty(name, out JsonElement found) ? found : default)
        .FirstOrDefault(found => found.ValueKind != JsonValueKind.Undefined);

    private static string? ZoneOf(JsonElement element) => s_zones
        .Select(name => element.TryGetProperty(name, out JsonElement found)
            && found.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(found.GetString()) ? found.GetString() : null)
        .FirstOrDefault(name => name is not null);

    private static DateTimeOffset? Instant(JsonElement text, TimeZoneInfo? zone)
    {
        if (Blank.Is(text) || Blank.IsFlag(text))
        {
            return null;
        }

        string? written = text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        if (written is null || !char.IsAsciiDigit(written[0])
            || !DateTime.TryParse(
                written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime clock)
            || !DateTimeOffset.TryParse(
                written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
        {
            throw new JsonException($"'{ShownText.Format(written ?? text.GetRawText(), 100)}' is not an instant.");
        }

        // The zone in the text counts before the one beside it.
        return clock.Kind == DateTimeKind.Unspecified ? In(zone, clock) ?? instant : instant;
    }

    // Round-trip kind tells whether the text carries a zone of its own.
    private static bool HasZone(string written) =>
        DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime clock)
        && clock.Kind != DateTimeKind.Unspecified;

    // The first and the last day of the calendar have no such instant in every zone; there the zone is ignored.
    private static DateTimeOffset? In(TimeZoneInfo? zone, DateTime clock) =>
        zone?.GetUtcOffset(clock) is { } offset
        && clock.Ticks - offset.Ticks >= DateTimeOffset.MinValue.Ticks
        && clock.Ticks - offset.Ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(clock, offset)
            : null;

    private static TimeZoneInfo? Find(string name) =>
        IsZoneName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : null;

    // The runtime looks for a file of this name: what is a path, and not the name of a zone, is not asked for.
    private static bool IsZoneName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0]) && !name.Contains("..", StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+' or ' ' or '.');
}

using System.Globalization;
using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>
/// Reads instants sent as text, or as an object with a wall-clock time and its zone: <c>{"date-time":
/// "2026-05-02T08:00:00", "timezone": "Europe/Berlin"}</c>.
/// </summary>
internal static class LenientInstant
{
    private static readonly string[] s_zones = ["timezone", "time_zone", "timezone_id"];

    /// <summary>The members that may hold the wall-clock time, in search order.</summary>
    public static IReadOnlyList<string> Members { get; } = ["date-time", "date_time", "date", "value"];

    /// <summary>
    /// The instant; null if there is none, or if it is given in a zone that this computer does not know. A time without
    /// a zone is UTC.
    /// </summary>
    /// <exception cref="JsonException">The value cannot be read.</exception>
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

    /// <summary>Whether an object contains a wall-clock time.</summary>
    public static bool HasTime(JsonElement element) => TimeOf(element).ValueKind != JsonValueKind.Undefined;

    /// <summary>Whether a member of such an object was used to read the instant.</summary>
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
            throw new JsonException($"'{DisplayText.Format(written ?? text.GetRawText(), 100)}' is not an instant.");
        }

        // A zone in the text takes precedence over the separate one.
        return clock.Kind == DateTimeKind.Unspecified ? InZone(zone, clock) ?? instant : instant;
    }

    // The round-trip kind shows whether the text has its own zone.
    private static bool HasZone(string written) =>
        DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime clock)
        && clock.Kind != DateTimeKind.Unspecified;

    // On the first and last day of the calendar, the instant does not exist in every zone; the zone is ignored then.
    private static DateTimeOffset? InZone(TimeZoneInfo? zone, DateTime clock) =>
        zone?.GetUtcOffset(clock) is { } offset
        && clock.Ticks - offset.Ticks >= DateTimeOffset.MinValue.Ticks
        && clock.Ticks - offset.Ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(clock, offset)
            : null;

    private static TimeZoneInfo? Find(string name) =>
        IsZoneName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : null;

    // The runtime looks for a file of this name, so anything that could be a path is not looked up.
    private static bool IsZoneName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0]) && !name.Contains("..", StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+' or ' ' or '.');
}

using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>The few habits of writing JSON that all rows share.</summary>
internal static class JsonText
{
    private const string WallFormat = "yyyy-MM-dd'T'HH:mm:ss";

    // Umlauts travel as they are, as they do in the real service.
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Wall(DateTime wall) => wall.ToString(WallFormat, CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads exactly the local form; everything with a zone or fractions is refused.</summary>
    public static bool TryWall(string? text, out DateTime wall) =>
        DateTime.TryParseExact(text, WallFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out wall);

    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Writes `"name":{"id":"…"}`, or null when there is no id.</summary>
    public static void Reference(this Utf8JsonWriter json, string name, string? id)
    {
        if (id is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteEndObject();
    }

    public static void OptionalDay(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day is { } known ? Day(known) : null);

    public static void OptionalNumber(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes `"name":{"id":"…","name":"…"}`.</summary>
    public static void Named(this Utf8JsonWriter json, string name, string id, string label)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteString("name", label);
        json.WriteEndObject();
    }

    /// <summary>Writes a moment as recruiting does: local, with its zone beside it, and a hyphen in the key.</summary>
    public static void HyphenTime(this Utf8JsonWriter json, string name, DateTimeOffset moment)
    {
        json.WriteStartObject(name);
        json.WriteString("date-time", Wall(TenantCalendar.Local(moment)));
        json.WriteString("timezone", SandboxTenant.TimeZoneId);
        json.WriteEndObject();
    }

    /// <summary>Writes `"name":{"href":"…"}`.</summary>
    public static void Link(this Utf8JsonWriter json, string name, string href)
    {
        json.WriteStartObject(name);
        json.WriteString("href", href);
        json.WriteEndObject();
    }
}

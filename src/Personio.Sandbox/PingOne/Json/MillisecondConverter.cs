using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Json;

/// <summary>Writes an instant in UTC, in milliseconds.</summary>
internal sealed class MillisecondConverter : WriteOnlyConverter<DateTimeOffset>
{
    /// <summary>Formats an instant for JSON.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));
}

using System.Text.Json;

namespace Personio.Sandbox.Json;

/// <summary>Writes an instant in UTC, in whole seconds.</summary>
internal sealed class InstantConverter : WriteOnlyConverter<DateTimeOffset>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireTime.Instant(value));
}

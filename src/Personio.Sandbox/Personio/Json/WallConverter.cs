using System.Text.Json;

namespace Personio.Sandbox.Json;

/// <summary>Writes a local date and time in whole seconds, without a UTC offset.</summary>
internal sealed class WallConverter : WriteOnlyConverter<DateTime>
{
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireTime.Wall(value));
}

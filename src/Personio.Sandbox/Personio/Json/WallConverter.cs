using System.Text.Json;

namespace Personio.Sandbox.Json;

/// <summary>Writes what the wall clock shows, with whole seconds and without a zone.</summary>
internal sealed class WallConverter : WriteOnlyConverter<DateTime>
{
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireTime.Wall(value));
}

using System.Text.Json;

namespace Personio.Sandbox.Json;

/// <summary>
/// Writes a value as the only member of an object, as the API does for IDs, statuses, days, and moments.
/// </summary>
internal abstract class WrappingConverter<T>(string member) : WriteOnlyConverter<T>
{
    private readonly JsonEncodedText _member = JsonEncodedText.Encode(member);

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(_member, Text(value));
        writer.WriteEndObject();
    }

    protected abstract string Text(T value);
}

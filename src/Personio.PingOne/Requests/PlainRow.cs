using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.PingOne;

/// <summary>A row of any list, as plain values.</summary>
/// <param name="Value">Text, a number, a boolean, a list, a map or null.</param>
[JsonConverter(typeof(Converter))]
public sealed record PlainRow(object? Value)
{
    private sealed class Converter : JsonConverter<PlainRow>
    {
        public override PlainRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return new PlainRow(PlainValue.From(document.RootElement));
        }

        public override void Write(Utf8JsonWriter writer, PlainRow value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Rows are only read.");
    }
}

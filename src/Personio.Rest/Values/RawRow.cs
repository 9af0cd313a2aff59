using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest;

/// <summary>A row of any list, as plain values.</summary>
/// <param name="Value">Text, a number, a boolean, a <c>ValueList</c>, a <c>ValueMap</c> or null.</param>
[JsonConverter(typeof(Converter))]
public sealed record RawRow(object? Value)
{
    private sealed class Converter : JsonConverter<RawRow>
    {
        public override RawRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return new RawRow(PlainValue.From(document.RootElement));
        }

        public override void Write(Utf8JsonWriter writer, RawRow value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Rows are only read.");
    }
}

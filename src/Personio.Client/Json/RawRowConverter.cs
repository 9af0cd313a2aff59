using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Client.Json;

/// <summary>Reads rows of listings that no model stands for.</summary>
internal sealed class RawRowConverter : JsonConverter<RawRow>
{
    /// <inheritdoc/>
    public override RawRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return new RawRow(PlainValue.From(document.RootElement));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RawRow value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Rows are only read.");
}

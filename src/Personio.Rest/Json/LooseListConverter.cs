using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>
/// Reads lists in any form they are sent: a single value becomes a list of one, and a value that stands for nothing
/// becomes an empty list.
/// </summary>
/// <param name="elements">Reads an element.</param>
internal sealed class LooseListConverter<T>(JsonConverter<T> elements) : JsonConverter<IReadOnlyList<T?>>
    where T : class
{
    /// <inheritdoc/>
    public override IReadOnlyList<T?> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            var list = new List<T?>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                list.Add(Element(ref reader, options));
            }

            return list;
        }

        Utf8JsonReader start = reader;
        using JsonDocument document = JsonDocument.ParseValue(ref start);
        if (Blank.Is(document.RootElement) || Blank.IsFlag(document.RootElement))
        {
            reader = start;
            return [];
        }

        return [Element(ref reader, options)];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T?> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These lists are only read.");

    private T? Element(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        T? element = reader.TokenType == JsonTokenType.Null ? null : elements.Read(ref reader, typeof(T), options);
        return element is string text && Blank.Is(text) ? null : element;
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>
/// Reads single values in any form they are sent: as text, as a number, or inside an object or a one-element list.
/// Values that stand for nothing are null; unreadable ones are errors.
/// </summary>
/// <typeparam name="T">The type of the values, which must allow null.</typeparam>
internal abstract class LooseConverter<T> : JsonConverter<T>
{
    private const JsonValueKind Missing = JsonValueKind.Undefined;

    /// <summary>The members that may hold the value if an object is sent, in search order.</summary>
    protected virtual IReadOnlyList<string> Inner { get; } = ["value"];

    /// <inheritdoc/>
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return reader.TokenType == JsonTokenType.Null ? default : Scalar(ref reader);
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Inside(document.RootElement);
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteValue(writer, value);
        }
    }

    /// <summary>Writes a value that is not null.</summary>
    protected abstract void WriteValue(Utf8JsonWriter writer, T value);

    /// <summary>Reads text, a number, true or false.</summary>
    /// <exception cref="JsonException">The value cannot be read.</exception>
    protected abstract T? Scalar(ref Utf8JsonReader reader);

    /// <summary>What the value should be, for error messages: "a date".</summary>
    protected abstract string Expected { get; }

    /// <summary>Reads a non-empty object or list.</summary>
    /// <exception cref="JsonException">It does not contain such a value.</exception>
    protected virtual T? Nested(JsonElement value)
    {
        JsonElement inner = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1
            ? value[0]
            : Inner.Select(name => Member(value, name)).FirstOrDefault(found => found.ValueKind != Missing);
        return inner.ValueKind != Missing ? Inside(inner)
            : throw new JsonException($"{Expected} was expected, not {value.ValueKind}.");
    }

    /// <summary>Creates the exception for a text or number that cannot be read.</summary>
    protected JsonException Refusal(string? value) =>
        new($"'{DisplayText.Format(value ?? "", 100)}' is not {Expected}.");

    /// <summary>A single value as it was sent.</summary>
    protected static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(
            reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement found) ? found : default;

    private T? Inside(JsonElement value)
    {
        if (Blank.Is(value))
        {
            return default;
        }

        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return Nested(value);
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
        reader.Read();
        return Scalar(ref reader);
    }
}

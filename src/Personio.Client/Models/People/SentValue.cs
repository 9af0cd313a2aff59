using System.Text;
using System.Text.Json;

namespace Personio.Models;

/// <summary>
/// A value as it was sent. Strings and numbers are kept as text: a JsonElement takes five times the memory, and persons
/// have many values.
/// </summary>
internal readonly record struct SentValue
{
    private readonly JsonElement _other;

    private SentValue(JsonElement sent)
    {
        Kind = sent.ValueKind;
        Text = Kind switch
        {
            JsonValueKind.String => sent.GetString(),
            JsonValueKind.Number => sent.GetRawText(),
            _ => null,
        };
        _other = Text is null ? sent : default;
    }

    private SentValue(JsonValueKind kind, string text) => (Kind, Text) = (kind, text);

    /// <summary>The kind of JSON value; Undefined if nothing was sent.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>The text of a string, or a number as written; otherwise null.</summary>
    public string? Text { get; }

    /// <summary>Whether the value is null or one of the empty values that some services send instead.</summary>
    public bool IsNothing => Kind switch
    {
        JsonValueKind.String => Blank.Is(Text),
        JsonValueKind.Array => _other.GetArrayLength() == 0,
        JsonValueKind.Object => !_other.EnumerateObject().Any(),
        _ => Kind is JsonValueKind.Undefined or JsonValueKind.Null,
    };

    /// <summary>Creates a value from a JSON element.</summary>
    public static SentValue From(JsonElement sent) => new(sent);

    /// <summary>Reads the current value of a reader.</summary>
    /// <exception cref="JsonException">The value is not valid JSON.</exception>
    public static SentValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new(JsonValueKind.String, reader.GetString()!),
        JsonTokenType.Number when !reader.HasValueSequence =>
            new(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
        _ => new(JsonElement.ParseValue(ref reader)),
    };

    /// <summary>Converts to a plain value.</summary>
    public object? ToPlain() => Kind switch
    {
        JsonValueKind.String => Text,
        JsonValueKind.Number => PlainValue.FromNumber(Text!),
        _ => PlainValue.From(_other),
    };
}

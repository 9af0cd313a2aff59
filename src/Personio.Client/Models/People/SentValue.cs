using System.Text;
using System.Text.Json;

namespace Personio.Models;

/// <summary>
/// A value as it was sent. One that is a text or a number is kept as text: as a piece of JSON it would take five times the
/// memory, and persons have many.
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

    /// <summary>What kind of JSON it is; undefined where nothing was sent.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>A text itself, a number as it is written; null for all else.</summary>
    public string? Text { get; }

    /// <summary>Whether it says nothing: what some services send in place of null.</summary>
    public bool IsNothing => Kind switch
    {
        JsonValueKind.String => Blank.Is(Text),
        JsonValueKind.Array => _other.GetArrayLength() == 0,
        JsonValueKind.Object => !_other.EnumerateObject().Any(),
        _ => Kind is JsonValueKind.Undefined or JsonValueKind.Null,
    };

    /// <summary>The value of a piece of JSON.</summary>
    public static SentValue From(JsonElement sent) => new(sent);

    /// <summary>Reads the value at which a reader stands.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static SentValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new(JsonValueKind.String, reader.GetString()!),
        JsonTokenType.Number when !reader.HasValueSequence =>
            new(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
        _ => new(JsonElement.ParseValue(ref reader)),
    };

    /// <summary>As a plain value.</summary>
    public object? ToPlain() => Kind switch
    {
        JsonValueKind.String => Text,
        JsonValueKind.Number => PlainValue.FromNumber(Text!),
        _ => PlainValue.From(_other),
    };
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>True or false, also where it comes as text, as numbers do; empty text is null.</summary>
internal sealed class FlagConverter : JsonConverter<bool?>
{
    /// <inheritdoc/>
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
        }

        string? text = reader.GetString();
        return string.IsNullOrWhiteSpace(text) ? null
            : bool.TryParse(text, out bool flag) ? flag
            : throw new JsonException($"'{ShownText.Of(text, 100)}' is neither true nor false.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

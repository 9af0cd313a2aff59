using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>Instants (<c>2026-03-10T07:11:09Z</c>). One without a zone is UTC.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
        return string.IsNullOrWhiteSpace(text) ? null
            : DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            && char.IsAsciiDigit(text[0]) ? instant
            : throw new JsonException($"'{ShownText.Of(text, 100)}' is not an instant.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } instant)
        {
            writer.WriteStringValue(instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>
/// Days (<c>2026-03-10</c>) and wall-clock moments (<c>2026-03-10T08:00:00</c>). A zone or offset behind the text is
/// left away, not applied: the time stays the one that is written.
/// </summary>
internal sealed class WallClockConverter : JsonConverter<DateTime?>
{
    /// <summary>The form of a day on the wire.</summary>
    public const string Day = "yyyy-MM-dd";

    /// <summary>The form of a wall-clock moment on the wire: no fraction, no zone.</summary>
    public const string Moment = "yyyy-MM-ddTHH:mm:ss";

    /// <inheritdoc/>
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // DateTimeOffset keeps the written time in its DateTime part, whatever the offset.
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            && char.IsAsciiDigit(text[0])
            ? moment.DateTime
            : throw new JsonException($"'{ShownText.Of(text, 100)}' is not a date.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
        {
            writer.WriteStringValue(moment.ToString(Moment, CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

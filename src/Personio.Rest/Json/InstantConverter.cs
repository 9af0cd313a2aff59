using System.Globalization;
using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>
/// Instants (<c>2026-03-10T07:11:09Z</c>), also as an object with a wall-clock time and its zone. Without a zone they
/// are in UTC; in an unknown zone they are null.
/// </summary>
internal sealed class InstantConverter : LooseConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    protected override string Expected => "an instant";

    /// <summary>Whether the value stands for no date: 0, 1, true or false.</summary>
    public static bool IsNothing(JsonTokenType token, string text) => token != JsonTokenType.String
        && (token is JsonTokenType.True or JsonTokenType.False
            || (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                && number is 0 or 1));

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, DateTimeOffset? value) =>
        writer.WriteStringValue(DateText.Instant(value));

    /// <inheritdoc/>
    protected override DateTimeOffset? Scalar(ref Utf8JsonReader reader)
    {
        string? text = TextOf(ref reader);
        return Blank.Is(text) || IsNothing(reader.TokenType, text!) ? null
            : DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
                && reader.TokenType == JsonTokenType.String && char.IsAsciiDigit(text![0]) ? instant
            : throw Refusal(text);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Nested(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? LenientInstant.Parse(value)
        : base.Nested(value);
}

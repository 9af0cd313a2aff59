using System.Globalization;
using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>Whole numbers, also where they come as text or with a fraction of zero; empty text is null.</summary>
internal sealed class WholeNumberConverter : LooseConverter<long?>
{
    /// <inheritdoc/>
    protected override string Expected => "a whole number";

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    protected override long? Scalar(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long sent))
        {
            return sent;
        }

        string? text = TextOf(ref reader);
        return Blank.Is(text) || reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
                ? (long)number
            : throw Refusal(text);
    }
}

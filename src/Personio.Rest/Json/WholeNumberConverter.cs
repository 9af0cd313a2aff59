using System.Globalization;
using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>Whole numbers, also if sent as text or with a fraction of zero; empty text is null.</summary>
internal sealed class WholeNumberConverter : LooseConverter<long?>
{
    /// <inheritdoc/>
    protected override string Expected => "a whole number";

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, long? value) => writer.WriteNumberValue(value!.Value);

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

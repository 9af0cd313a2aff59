using System.Globalization;
using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>Decimal numbers, also if sent as text or as an amount with its unit; empty text is null.</summary>
internal sealed class DecimalConverter : LooseConverter<decimal?>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Inner { get; } = ["value", "amount"];

    /// <inheritdoc/>
    protected override string Expected => "a number";

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, decimal? value) => writer.WriteNumberValue(value!.Value);

    /// <inheritdoc/>
    protected override decimal? Scalar(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal sent))
        {
            return sent;
        }

        string? text = TextOf(ref reader);
        return Blank.Is(text) || reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null
            : decimal.TryParse(
                text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number
            : throw Refusal(text);
    }
}

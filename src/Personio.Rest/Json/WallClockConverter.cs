using System.Globalization;
using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>
/// Wall-clock times (<c>2026-03-10T08:00:00</c>). A zone or offset in the text is ignored, not applied: the time stays
/// as written.
/// </summary>
internal class WallClockConverter : LooseConverter<DateTime?>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Inner { get; } = LenientInstant.Members;

    /// <inheritdoc/>
    protected override string Expected => "a date";

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, DateTime? value) =>
        writer.WriteStringValue(DateText.WallClock(value));

    /// <inheritdoc/>
    protected override DateTime? Scalar(ref Utf8JsonReader reader)
    {
        string? text = TextOf(ref reader);

        // DateTimeOffset keeps the written time in its DateTime part, regardless of the offset.
        return Blank.Is(text) || InstantConverter.IsNothing(reader.TokenType, text!) ? null
            : DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
                && reader.TokenType == JsonTokenType.String && char.IsAsciiDigit(text![0])
                ? moment.DateTime
            : throw Refusal(text);
    }
}

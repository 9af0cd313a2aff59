using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>True or false, also if sent as text or as 1 or 0; empty text is null.</summary>
internal sealed class FlagConverter : LooseConverter<bool?>
{
    /// <inheritdoc/>
    protected override string Expected => "true or false";

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, bool? value) => writer.WriteBooleanValue(value!.Value);

    /// <inheritdoc/>
    protected override bool? Scalar(ref Utf8JsonReader reader) => TextOf(ref reader)?.Trim() switch
    {
        "1" => true,
        "0" => false,
        var text when Blank.Is(text) => null,
        var text => bool.TryParse(text, out bool flag) ? flag : throw Refusal(text),
    };
}

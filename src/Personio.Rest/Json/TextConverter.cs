using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>Text, also if the service sends a number or a boolean instead, as it does for some IDs.</summary>
internal sealed class TextConverter : LooseConverter<string>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Inner { get; } = ["name", "label", "title", "value"];

    /// <inheritdoc/>
    protected override string Expected => "text";

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    protected override string? Scalar(ref Utf8JsonReader reader) => TextOf(ref reader);
}

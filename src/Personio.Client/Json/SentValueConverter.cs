using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Models;

namespace Personio.Client.Json;

/// <summary>Reads values of any kind.</summary>
internal sealed class SentValueConverter : JsonConverter<SentValue>
{
    /// <inheritdoc/>
    public override SentValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SentValue.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SentValue value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These values are only read.");
}

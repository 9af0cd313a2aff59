using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Sandbox.Json;

/// <summary>
/// A converter for values that are only ever sent: request bodies are parsed by hand, because they are validated
/// strictly.
/// </summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}

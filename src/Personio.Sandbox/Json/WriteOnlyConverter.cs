using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Sandbox.Json;

/// <summary>A converter of what is only ever sent: requests are read by hand, because they are read strictly.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Personio.PingOne.Json;

/// <summary>How JSON is read and written.</summary>
internal static class PingOneJson
{
    /// <summary>Camel case names and lenient text; unknown members are kept by the models.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TextConverter(), new FlagConverter(), new InstantConverter() },
    };

    /// <summary>An object as JSON, in UTF-8. Members that are null are sent as null, which clears an attribute.</summary>
    public static byte[] Write(object value) => value is JsonText text
        ? text.ToBytes()
        : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);
}

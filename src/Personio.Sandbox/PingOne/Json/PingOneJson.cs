using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.PingOne.Json;

/// <summary>Serializes responses of the PingOne API. Members without a value are omitted.</summary>
internal static class PingOneJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        // Non-ASCII characters are not escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new MillisecondConverter() },
    };

    public static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), s_options);

    /// <summary>Creates a response with this body.</summary>
    public static HttpResponse Response(object value, int status = 200) => HttpResponse.Json(Bytes(value), status);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.PingOne.Json;

/// <summary>How what the PingOne API sends becomes JSON. Members without a value are missing.</summary>
internal static class PingOneJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        // Umlauts travel as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new MillisecondConverter() },
    };

    public static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), s_options);

    /// <summary>A response with this body.</summary>
    public static HttpResponse Response(object value, int status = 200) => HttpResponse.Json(Bytes(value), status);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.Json;

/// <summary>How rows and responses of the Personio API become JSON.</summary>
internal static class PersonioJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        // Umlauts travel as they are, as they do in the real service.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new InstantConverter(), new WallConverter() },
    };

    private static readonly JsonSerializerOptions s_omittingNulls = new(s_options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The JSON of a row or a response.</summary>
    /// <param name="value">What is sent.</param>
    /// <param name="omitsNulls">Whether members that are null are missing, except those that always say so.</param>
    public static byte[] Bytes(object value, bool omitsNulls = false) =>
        JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), omitsNulls ? s_omittingNulls : s_options);

    /// <summary>A response with this body.</summary>
    public static HttpResponse Response(object value, int status = 200) => HttpResponse.Json(Bytes(value), status);
}

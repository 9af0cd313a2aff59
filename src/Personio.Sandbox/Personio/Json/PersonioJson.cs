using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.Json;

/// <summary>Serializes rows and responses of the Personio API.</summary>
internal static class PersonioJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        // Non-ASCII characters are not escaped, as in the real service.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new InstantConverter(), new WallConverter() },
    };

    private static readonly JsonSerializerOptions s_omittingNulls = new(s_options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Serializes a row or a response.</summary>
    /// <param name="value">The value to send.</param>
    /// <param name="omitsNulls">True to omit members that are null, except those that are always written.</param>
    public static byte[] Bytes(object value, bool omitsNulls = false) =>
        JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), omitsNulls ? s_omittingNulls : s_options);

    /// <summary>Creates a response with this body.</summary>
    public static HttpResponse Response(object value, int status = 200) => HttpResponse.Json(Bytes(value), status);
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>How a JSON tree becomes a response.</summary>
internal static class Reply
{
    // Umlauts travel as they are.
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpResponse Json(JsonObject body, int status = 200) =>
        HttpResponse.Json(Encoding.UTF8.GetBytes(body.ToJsonString(s_options)), status);

    public static int SizeOf(JsonObject body) => Encoding.UTF8.GetByteCount(body.ToJsonString(s_options));
}

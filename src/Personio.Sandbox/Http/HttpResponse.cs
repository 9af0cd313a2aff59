using System.Text;

namespace Personio.Sandbox.Http;

/// <summary>One response, and how to deliver it.</summary>
internal sealed class HttpResponse(int status, string? contentType = null, ReadOnlyMemory<byte> body = default)
{
    public const string JsonType = "application/json";
    public const string ProblemType = "application/problem+json";

    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public List<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The delay on top of the latency: deep pages are slow.</summary>
    public TimeSpan Delay { get; init; }

    public Delivery Delivery { get; set; }

    /// <summary>The entry in the request log to mark if the response is lost.</summary>
    public RecordedRequest? Record { get; set; }

    public static HttpResponse Json(ReadOnlyMemory<byte> body, int status = 200) => new(status, JsonType, body);

    public static HttpResponse Text(int status, string contentType, string body) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    public static HttpResponse NoContent() => new(204);
}

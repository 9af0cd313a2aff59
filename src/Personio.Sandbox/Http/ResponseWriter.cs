using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Personio.Sandbox.Http;

/// <summary>Serializes a response as HTTP/1.1.</summary>
internal static class ResponseWriter
{
    /// <summary>
    /// Writes the status line, the headers, and part of the body; Content-Length announces the whole body.
    /// </summary>
    public static void Write(
        ArrayBufferWriter<byte> output, HttpResponse response, ReadOnlySpan<byte> body, int announcedLength,
        bool keepAlive)
    {
        var head = new StringBuilder(256);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {Reason(response.Status)}\r\n");
        if (!response.Headers.Any(header => header.Key.Equals("Date", StringComparison.OrdinalIgnoreCase)))
        {
            head.Append(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow:R}\r\n");
        }

        if (response.ContentType is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {response.ContentType}\r\n");
        }

        if (response.Status != 204)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {announcedLength}\r\n");
        }

        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{header.Key}: {header.Value}\r\n");
        }

        head.Append(keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
        foreach (ReadOnlyMemory<char> chunk in head.GetChunks())
        {
            Encoding.Latin1.GetBytes(chunk.Span, output);
        }

        output.Write(body);
    }

    private static string Reason(int status) => status switch
    {
        422 => "Unprocessable Content",
        431 => "Request Header Fields Too Large",
        _ when Enum.IsDefined((HttpStatusCode)status) => ((HttpStatusCode)status).ToString(),
        _ => "Status",
    };
}

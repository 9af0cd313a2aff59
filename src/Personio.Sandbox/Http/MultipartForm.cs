using System.Net.Http.Headers;
using System.Text;

namespace Personio.Sandbox.Http;

/// <summary>Parses multipart/form-data bodies (RFC 7578).</summary>
internal static class MultipartForm
{
    /// <summary>The parts in order, or null if the request is not a well-formed form.</summary>
    public static List<FormPart>? TryRead(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out MediaTypeHeaderValue? type)
            || type.MediaType != "multipart/form-data"
            || type.Parameters.FirstOrDefault(one => one.Name == "boundary")?.Value?.Trim('"') is not { } boundary)
        {
            return null;
        }

        byte[] body = request.Body;
        byte[] delimiter = Encoding.ASCII.GetBytes($"\r\n--{boundary}");
        var parts = new List<FormPart>();

        // The first delimiter has no line break before it; anything before the delimiter is ignored.
        int at = body.AsSpan().IndexOf(delimiter.AsSpan(2));
        at = at < 0 ? -1 : at + delimiter.Length - 2;
        while (at >= 0 && !body.AsSpan(at).StartsWith("--"u8))
        {
            int length = body.AsSpan(at).IndexOf(delimiter);
            if (length < 0 || TryReadPart(body.AsMemory(at, length)) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            at += length + delimiter.Length;
        }

        return at < 0 ? null : parts;
    }

    /// <summary>Parses headers, an empty line, and the content.</summary>
    private static FormPart? TryReadPart(ReadOnlyMemory<byte> part)
    {
        int headEnd = part.Span.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string head = Encoding.UTF8.GetString(part.Span[..headEnd]);
        foreach (string line in head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = line.Split(':', 2);
            headers[pair[0].Trim()] = pair[^1].Trim();
        }

        return ContentDispositionHeaderValue.TryParse(
            headers.GetValueOrDefault("Content-Disposition"), out ContentDispositionHeaderValue? disposition)
            && disposition.Name?.Trim('"') is { } name
            ? new FormPart(
                name,
                disposition.FileNameStar ?? disposition.FileName?.Trim('"'),
                headers.GetValueOrDefault("Content-Type"),
                part[(headEnd + 4)..])
            : null;
    }
}

using System.Text;

namespace Personio.Sandbox.Http;

/// <summary>Reads the request line and the headers, up to the empty line.</summary>
internal static class RequestHead
{
    public const int MaximumBytes = 64 * 1024;
    private const int MaximumLine = 16 * 1024;
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    private static readonly byte[] s_end = "\r\n\r\n"u8.ToArray();

    /// <summary>Reads the next head on the connection; null if it closed between two requests.</summary>
    public static async ValueTask<HttpRequest?> ReadAsync(ReceiveBuffer buffer, CancellationToken cancellationToken)
    {
        int end;
        while ((end = FindEnd(buffer)) < 0)
        {
            if (!await buffer.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        string text = Encoding.Latin1.GetString(buffer.Unread[..end]);
        buffer.Advance(end + s_end.Length);
        return Parse(text);
    }

    private static int FindEnd(ReceiveBuffer buffer)
    {
        // An empty line before the request line is tolerated (RFC 9112 section 2.2).
        while (buffer.Unread.StartsWith("\r\n"u8))
        {
            buffer.Advance(2);
        }

        int end = buffer.Unread.IndexOf(s_end);
        if (end > MaximumBytes || (end < 0 && buffer.Unread.Length > MaximumBytes))
        {
            throw new HttpSyntaxException(431, "The request header is larger than 64 KB.");
        }

        return end;
    }

    private static HttpRequest Parse(string text)
    {
        string[] lines = text.Split("\r\n");
        (string method, string target, string? authority, bool isOld) = ParseLine(lines[0]);
        var headers = new Dictionary<string, string>(lines.Length, StringComparer.OrdinalIgnoreCase);
        for (int i = 1; i < lines.Length; i++)
        {
            AddHeader(headers, lines[i]);
        }

        if (!isOld && !headers.ContainsKey("Host"))
        {
            throw new HttpSyntaxException(400, "The Host header is missing.");
        }

        // The host in an absolute-form target takes precedence over the header (RFC 9112 section 3.2.2).
        if (authority is not null)
        {
            headers["Host"] = authority;
        }

        string connection = headers.GetValueOrDefault("Connection", isOld ? "close" : "");
        bool closes = connection.Contains("close", StringComparison.OrdinalIgnoreCase);
        return new HttpRequest(method, target, headers) { KeepAlive = !closes };
    }

    private static (string Method, string Target, string? Authority, bool IsOld) ParseLine(string line)
    {
        if (line.Length > MaximumLine)
        {
            throw new HttpSyntaxException(414, "The request line is longer than 16 KB.");
        }

        string[] parts = line.Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]) || !parts[2].StartsWith("HTTP/", StringComparison.Ordinal))
        {
            throw new HttpSyntaxException(400, "The request line is malformed.");
        }

        if (parts[2] is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            throw new HttpSyntaxException(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
        }

        (string target, string? authority) = OriginForm(parts[1]);
        return (parts[0], target, authority, parts[2] == "HTTP/1.0");
    }

    private static (string Target, string? Authority) OriginForm(string target)
    {
        if (target.StartsWith('/'))
        {
            return (target, null);
        }

        // Clients that believe they talk to a proxy send the absolute form.
        if (Uri.TryCreate(target, UriKind.Absolute, out Uri? whole) && whole.Scheme == Uri.UriSchemeHttp)
        {
            return (whole.PathAndQuery, whole.Authority);
        }

        throw new HttpSyntaxException(400, "The request target is malformed.");
    }

    private static void AddHeader(Dictionary<string, string> headers, string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !IsToken(line[..colon]))
        {
            throw new HttpSyntaxException(400, "A header line is malformed.");
        }

        string name = line[..colon];
        string value = line[(colon + 1)..].Trim(' ', '\t');
        headers[name] = headers.TryGetValue(name, out string? earlier) ? $"{earlier}, {value}" : value;
    }

    private static bool IsToken(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !TokenMarks.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}

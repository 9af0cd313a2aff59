using System.Globalization;
using System.Text;

namespace Personio.Sandbox.Http;

/// <summary>Reads the body after a head: by length, in chunks, or none.</summary>
internal static class RequestBody
{
    public const int MaximumBytes = 40 * 1024 * 1024;
    private const int MaximumChunkLine = 1024;

    /// <summary>True if a body follows the head; rejects an unreadable body before any of it is read.</summary>
    public static bool IsExpected(HttpRequest request)
    {
        string? coding = request.Header("Transfer-Encoding");
        string? length = request.Header("Content-Length");
        if (coding is null)
        {
            return length is not null && ParseLength(length) > 0;
        }

        // Conflicting lengths enable request smuggling.
        if (length is not null)
        {
            throw new HttpSyntaxException(400, "Content-Length and Transfer-Encoding exclude each other.");
        }

        return coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
            ? true
            : throw new HttpSyntaxException(501, "Only the transfer coding chunked is understood.");
    }

    public static ValueTask<byte[]> ReadAsync(
        HttpRequest request, ReceiveBuffer buffer, CancellationToken cancellationToken) =>
        request.Header("Content-Length") is { } length
            ? buffer.TakeAsync(ParseLength(length), cancellationToken)
            : ReadChunksAsync(buffer, cancellationToken);

    private static int ParseLength(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            throw new HttpSyntaxException(400, "Content-Length is not a number.");
        }

        return length <= MaximumBytes ? (int)length : throw TooLarge();
    }

    private static async ValueTask<byte[]> ReadChunksAsync(ReceiveBuffer buffer, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            int size = ParseChunkSize(await ReadLineAsync(buffer, cancellationToken).ConfigureAwait(false));
            if (size == 0)
            {
                break;
            }

            if (body.Length + size > MaximumBytes)
            {
                throw TooLarge();
            }

            body.Write(await buffer.TakeAsync(size, cancellationToken).ConfigureAwait(false));
            if (await ReadLineAsync(buffer, cancellationToken).ConfigureAwait(false) != "")
            {
                throw new HttpSyntaxException(400, "A chunk is longer than it says.");
            }
        }

        // Trailers are skipped: nothing here needs them.
        while (await ReadLineAsync(buffer, cancellationToken).ConfigureAwait(false) != "")
        {
        }

        return body.ToArray();
    }

    private static int ParseChunkSize(string line)
    {
        string digits = line.Split(';')[0].Trim();
        if (!long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long size)
            || size < 0)
        {
            throw new HttpSyntaxException(400, "A chunk size is malformed.");
        }

        return size <= MaximumBytes ? (int)size : throw TooLarge();
    }

    private static async ValueTask<string> ReadLineAsync(ReceiveBuffer buffer, CancellationToken cancellationToken)
    {
        int end;
        while ((end = buffer.Unread.IndexOf("\r\n"u8)) < 0)
        {
            if (buffer.Unread.Length > MaximumChunkLine)
            {
                throw new HttpSyntaxException(400, "A chunk line is too long.");
            }

            if (!await buffer.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new EndOfStreamException("The connection ended inside a request body.");
            }
        }

        string line = Encoding.Latin1.GetString(buffer.Unread[..end]);
        buffer.Advance(end + 2);
        return line;
    }

    private static HttpSyntaxException TooLarge() => new(413, "The request body is larger than 40 MB.");
}

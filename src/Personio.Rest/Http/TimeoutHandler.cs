using System.Buffers;
using System.Net.Http.Headers;
using Personio.Rest.Auth;

namespace Personio.Rest.Http;

/// <summary>
/// One try: sends, and reads the body whole, within the time limit. Waits for the rate limit or for a retry lie outside
/// and do not count.
/// </summary>
internal sealed class TimeoutHandler(HttpMessageHandler inner, TimeSpan timeout, TimeProvider time)
    : DelegatingHandler(inner)
{
    /// <summary>
    /// The largest body that is read into memory, unpacked; a larger one is refused. The largest pages have a few
    /// megabytes.
    /// </summary>
    public const int LargestBody = 32 * 1024 * 1024;

    /// <summary>The largest file that is downloaded, unpacked: more than any service of this kind keeps.</summary>
    public const long LargestFile = 1024 * 1024 * 1024;

    // Of a refusal no more is read: its words stand at its beginning.
    private const int LargestRefusal = 64 * 1024;

    private const int PieceLength = 64 * 1024;

    // A download brings at least this much within the time limit of a try: a kilobyte a second.
    private const int LeastRate = 1024;

    private long _serverTicks;

    /// <summary>When the other side last answered, by its own clock; null where it never said so.</summary>
    public DateTimeOffset? ServerTime =>
        Interlocked.Read(ref _serverTicks) is > 0 and long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private long LeastPiece => Math.Max(1, (long)(timeout.TotalSeconds * LeastRate));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        HttpResponseMessage? response = null;
        Stream? file = CallContext.From(request).Target;
        request.Headers.Remove("Accept-Encoding");
        // A file is compressed mostly; as it is its length is known.
        request.Headers.TryAddWithoutValidation(
            "Accept-Encoding", file is null ? UnpackedStream.Accepted : "identity");
        try
        {
            response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            if (response.Headers.Date is { } date)
            {
                Interlocked.Exchange(ref _serverTicks, date.UtcTicks);
            }

            if (file is not null && response.IsSuccessStatusCode)
            {
                await StreamAsync(response, file, () => limit.CancelAfter(timeout), LeastPiece, either.Token)
                    .ConfigureAwait(false);
            }
            else
            {
                await BufferAsync(response, either.Token).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception fault)
        {
            response?.Dispose();
            // The runtime's own limit for connecting, which is shorter: nothing was sent.
            if (fault is OperationCanceledException { InnerException: TimeoutException }
                && !either.IsCancellationRequested)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection in time.", fault);
            }

            if (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(
                    response is not null && file is not null
                        ? FormattableString.Invariant($"Less than {LeastPiece} bytes came in {timeout.TotalSeconds:0.#} s.")
                        : FormattableString.Invariant($"No answer within {timeout.TotalSeconds:0.#} s."),
                    fault);
            }

            // Some bodies break without an HTTP error, for example inside a compressed stream.
            if (fault is IOException or InvalidDataException)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer broke off.", fault);
            }

            throw;
        }
    }

    // The time limit is for each piece that comes: a large file may take long as long as it goes on. A piece has a least
    // length, or a byte a second would go on forever.
    private static async Task StreamAsync(
        HttpResponseMessage response, Stream target, Action renewLimit, long leastPiece,
        CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            Stream source = UnpackedStream.Open(
                response.Content, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            await using (source.ConfigureAwait(false))
            {
                // What an earlier try left behind does not count.
                target.SetLength(0);
                long length = 0;
                long renewedAt = 0;
                int read;
                while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    length += read;
                    if (length - renewedAt >= leastPiece)
                    {
                        renewLimit();
                        renewedAt = length;
                    }

                    if (length > LargestFile)
                    {
                        target.SetLength(0);
                        throw new BodyTooLargeException(LargestFile);
                    }

                    await WriteAsync(target, buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static async Task WriteAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DownloadTargetException(fault);
        }
    }

    private static async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        HttpContent content = response.Content;
        byte[] body;
        Stream stream = UnpackedStream.Open(
            content, await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        await using (stream.ConfigureAwait(false))
        {
            body = response.IsSuccessStatusCode
                ? await ReadAsync(stream, LargestBody, cancellationToken).ConfigureAwait(false)
                    ?? throw new BodyTooLargeException(LargestBody)
                : await BeginningAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        if (response.IsSuccessStatusCode && IsJson(content.Headers) && IsCutOff(body))
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The answer ended in the middle of its JSON.");
        }

        response.Content = new BufferedAnswer(body);
        foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
        {
            if (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
                && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                response.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    // Null where there is more than the limit. In pieces of a pool, which a body without an announced end does not move
    // from one array to the next; and nothing is set aside for what was only announced.
    private static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        try
        {
            int length = 0;
            while (true)
            {
                byte[] piece = ArrayPool<byte>.Shared.Rent(PieceLength);
                pieces.Add(piece);
                int read = await stream.ReadAtLeastAsync(
                    piece.AsMemory(0, PieceLength), PieceLength, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false);
                length += read;
                if (length > limit)
                {
                    return null;
                }

                if (read < PieceLength)
                {
                    return Joined(pieces, length);
                }
            }
        }
        finally
        {
            // Among what a server sends are tokens and salaries: nothing of it stays in the pool.
            pieces.ForEach(piece => ArrayPool<byte>.Shared.Return(piece, clearArray: true));
        }
    }

    private static byte[] Joined(List<byte[]> pieces, int length)
    {
        byte[] whole = GC.AllocateUninitializedArray<byte>(length);
        for (int at = 0; at < length; at += PieceLength)
        {
            pieces[at / PieceLength].AsSpan(0, Math.Min(PieceLength, length - at)).CopyTo(whole.AsSpan(at));
        }

        return whole;
    }

    private static async Task<byte[]> BeginningAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] beginning = new byte[LargestRefusal];
        int read = await stream.ReadAtLeastAsync(
            beginning, LargestRefusal, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return beginning[..read];
    }

    private static bool IsJson(HttpContentHeaders headers) =>
        headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    // Cheaper than parsing, and above this level a broken body could no longer be asked for again.
    private static bool IsCutOff(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.TrimEnd(" \t\r\n"u8);
        return text.Length > 0 && text[0] is (byte)'{' or (byte)'[' && text[^1] is not ((byte)'}' or (byte)']');
    }
}

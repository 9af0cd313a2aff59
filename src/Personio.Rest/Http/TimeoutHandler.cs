using System.Buffers;
using System.Net.Http.Headers;
using Personio.Rest.Auth;

namespace Personio.Rest.Http;

/// <summary>
/// One try: sends the request and reads the whole body within the time limit. Waits for the rate limit or a retry
/// happen outside and do not count.
/// </summary>
internal sealed class TimeoutHandler(HttpMessageHandler inner, TimeSpan timeout, TimeProvider time)
    : DelegatingHandler(inner)
{
    /// <summary>The largest body read into memory, decompressed. The largest pages have a few megabytes.</summary>
    public const int MaxBodyBytes = 32 * 1024 * 1024;

    /// <summary>
    /// The largest file, decompressed, that is downloaded: more than any service of this kind stores.
    /// </summary>
    public const long MaxFileBytes = 1024 * 1024 * 1024;

    // No more of an error response is read: its message is at the beginning.
    private const int MaxErrorBodyBytes = 64 * 1024;

    private const int ChunkLength = 64 * 1024;

    // A download must bring at least this much within the time limit of a try: a kilobyte per second.
    private const int MinBytesPerSecond = 1024;

    private long _serverTicks;

    /// <summary>When the server last answered, by its own clock; null if it never sent a date.</summary>
    public DateTimeOffset? ServerTime =>
        Interlocked.Read(ref _serverTicks) is > 0 and long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private long MinChunkLength => Math.Max(1, (long)(timeout.TotalSeconds * MinBytesPerSecond));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        HttpResponseMessage? response = null;
        Stream? file = CallContext.From(request).Target;
        request.Headers.Remove("Accept-Encoding");
        // Most files are compressed already, and uncompressed transfers announce their length.
        request.Headers.TryAddWithoutValidation(
            "Accept-Encoding", file is null ? DecompressedStream.AcceptedEncodings : "identity");
        try
        {
            response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            if (response.Headers.Date is { } date)
            {
                Interlocked.Exchange(ref _serverTicks, date.UtcTicks);
            }

            if (file is not null && response.IsSuccessStatusCode)
            {
                await StreamAsync(response, file, () => limit.CancelAfter(timeout), MinChunkLength, either.Token)
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
            // The runtime's own, shorter limit for connecting was reached: nothing was sent.
            if (fault is OperationCanceledException { InnerException: TimeoutException }
                && !either.IsCancellationRequested)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection in time.", fault);
            }

            if (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(
                    response is not null && file is not null
                        ? FormattableString.Invariant(
                            $"Less than {MinChunkLength} bytes came in {timeout.TotalSeconds:0.#} s.")
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

    // The time limit applies to each chunk: a large file may take long while it makes progress. A chunk has a minimum
    // size, or one byte per second would go on indefinitely.
    private static async Task StreamAsync(
        HttpResponseMessage response, Stream target, Action renewLimit, long minChunkLength,
        CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            Stream source = DecompressedStream.Open(
                response.Content, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            await using (source.ConfigureAwait(false))
            {
                // Discard what an earlier try wrote.
                target.SetLength(0);
                long length = 0;
                long renewedAt = 0;
                int read;
                while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    length += read;
                    if (length - renewedAt >= minChunkLength)
                    {
                        renewLimit();
                        renewedAt = length;
                    }

                    if (length > MaxFileBytes)
                    {
                        target.SetLength(0);
                        throw new BodyTooLargeException(MaxFileBytes);
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
        Stream stream = DecompressedStream.Open(
            content, await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        await using (stream.ConfigureAwait(false))
        {
            body = response.IsSuccessStatusCode
                ? await ReadAsync(stream, MaxBodyBytes, cancellationToken).ConfigureAwait(false)
                    ?? throw new BodyTooLargeException(MaxBodyBytes)
                : await ReadBeginningAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        if (response.IsSuccessStatusCode && IsJson(content.Headers) && IsCutOff(body))
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The answer ended in the middle of its JSON.");
        }

        response.Content = new BufferedContent(body);
        foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
        {
            if (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
                && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                response.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    // Returns null if the body exceeds the limit. Pooled pieces avoid copying a body of unknown length from array to
    // array, and no memory is reserved for a length that was only announced.
    private static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        try
        {
            int length = 0;
            while (true)
            {
                byte[] piece = ArrayPool<byte>.Shared.Rent(ChunkLength);
                pieces.Add(piece);
                int read = await stream.ReadAtLeastAsync(
                    piece.AsMemory(0, ChunkLength), ChunkLength, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false);
                length += read;
                if (length > limit)
                {
                    return null;
                }

                if (read < ChunkLength)
                {
                    return Join(pieces, length);
                }
            }
        }
        finally
        {
            // Responses contain tokens and salaries: none of it stays in the pool.
            pieces.ForEach(piece => ArrayPool<byte>.Shared.Return(piece, clearArray: true));
        }
    }

    private static byte[] Join(List<byte[]> pieces, int length)
    {
        byte[] whole = GC.AllocateUninitializedArray<byte>(length);
        for (int at = 0; at < length; at += ChunkLength)
        {
            pieces[at / ChunkLength].AsSpan(0, Math.Min(ChunkLength, length - at)).CopyTo(whole.AsSpan(at));
        }

        return whole;
    }

    private static async Task<byte[]> ReadBeginningAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] beginning = new byte[MaxErrorBodyBytes];
        int read = await stream.ReadAtLeastAsync(
            beginning, MaxErrorBodyBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return beginning[..read];
    }

    private static bool IsJson(HttpContentHeaders headers) =>
        headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    // Cheaper than parsing, and above this handler a broken body could no longer be requested again.
    private static bool IsCutOff(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.TrimEnd(" \t\r\n"u8);
        return text.Length > 0 && text[0] is (byte)'{' or (byte)'[' && text[^1] is not ((byte)'}' or (byte)']');
    }
}

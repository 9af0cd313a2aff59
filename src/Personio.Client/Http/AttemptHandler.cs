using System.Buffers;
using System.Net.Http.Headers;

namespace Personio.Client.Http;

/// <summary>
/// One try: sends, and reads the body whole, within the time limit. Waits for the rate limit or for a retry lie outside
/// and do not count.
/// </summary>
internal sealed class AttemptHandler(HttpMessageHandler inner, TimeSpan timeout, TimeProvider time)
    : DelegatingHandler(inner)
{
    /// <summary>The largest body that is read into memory; a larger one is refused.</summary>
    public const int LargestBody = 64 * 1024 * 1024;

    private long _serverTicks;

    /// <summary>When the other side last answered, by its own clock; null where it never said so.</summary>
    public DateTimeOffset? ServerTime =>
        Interlocked.Read(ref _serverTicks) is > 0 and long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            if (response.Headers.Date is { } date)
            {
                Interlocked.Exchange(ref _serverTicks, date.UtcTicks);
            }

            if (CallContext.Of(request).Target is { } target && response.IsSuccessStatusCode)
            {
                await StreamAsync(response, target, () => limit.CancelAfter(timeout), either.Token)
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
                    FormattableString.Invariant($"No answer within {timeout.TotalSeconds:0.#} s."), fault);
            }

            // Some bodies break without an HTTP error, for example inside a compressed stream.
            if (fault is IOException or InvalidDataException)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer broke off.", fault);
            }

            throw;
        }
    }

    // The time limit is for each piece that comes: a large file may take long as long as it goes on.
    private static async Task StreamAsync(
        HttpResponseMessage response, Stream target, Action renewLimit, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            Stream source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (source.ConfigureAwait(false))
            {
                // What an earlier try left behind does not count.
                target.SetLength(0);
                int read;
                while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    renewLimit();
                    await WriteAsync(target, buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
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
            throw new TargetException(fault);
        }
    }

    private static async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        HttpContent content = response.Content;
        byte[] body;
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            body = await ReadAsync(stream, content.Headers.ContentLength, cancellationToken).ConfigureAwait(false);
        }

        if (response.IsSuccessStatusCode && IsJson(content.Headers) && IsCutOff(body))
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The answer ended in the middle of its JSON.");
        }

        response.Content = new ByteArrayContent(body);
        foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
        {
            response.Content.Headers.TryAddWithoutValidation(name, values);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, long? length, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream((int)Math.Clamp(length ?? 0, 0, LargestBody));
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (whole.Length + read > LargestBody)
                {
                    throw new BodyTooLargeException(LargestBody);
                }

                whole.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return whole.Capacity == whole.Length ? whole.GetBuffer() : whole.ToArray();
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

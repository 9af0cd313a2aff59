using System.IO.Compression;

namespace Personio.Rest.Http;

/// <summary>
/// The decompressed body of an answer. The runtime accepts a compressed stream that ends early as complete; here that
/// is an error.
/// </summary>
internal sealed class DecompressedStream : BodyStream
{
    // The encodings we request and understand.
    public const string AcceptedEncodings = "gzip, deflate, br";

    private const uint AdlerBase = 65521;

    private readonly TailStream _compressed;
    private readonly Stream _inner;
    private readonly bool _isZlib;
    private long _length;
    private uint _low = 1;
    private uint _high;

    private DecompressedStream(TailStream packed, bool isZlib)
    {
        (_compressed, _isZlib) = (packed, isZlib);
        _inner = isZlib
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
    }

    /// <summary>Opens the body for reading, decompressed.</summary>
    /// <param name="content">The content of the response, for its headers.</param>
    /// <param name="stream">The stream of the content.</param>
    /// <exception cref="InvalidDataException">The body is compressed in a way that was not requested.</exception>
    public static Stream Open(HttpContent content, Stream stream) =>
        string.Join(',', content.Headers.ContentEncoding).Trim().ToUpperInvariant() switch
        {
            "" or "IDENTITY" => stream,
            "GZIP" or "X-GZIP" => new DecompressedStream(new TailStream(stream), isZlib: false),
            "DEFLATE" => new DecompressedStream(new TailStream(stream), isZlib: true),
            "BR" => new BrotliBodyStream(stream),
            _ => throw new InvalidDataException("The answer is compressed in a way that was not asked for."),
        };

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            Count(buffer.Span[..read]);
        }
        else if (buffer.Length > 0)
        {
            await CheckEndAsync(cancellationToken).ConfigureAwait(false);
        }

        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        if (!_isZlib)
        {
            return;
        }

        foreach (byte one in bytes)
        {
            _low = (_low + one) % AdlerBase;
            _high = (_high + _low) % AdlerBase;
        }
    }

    // gzip ends with the length of the uncompressed data (RFC 1952), zlib with its checksum (RFC 1950).
    private async ValueTask CheckEndAsync(CancellationToken cancellationToken)
    {
        await _compressed.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        bool isWhole = _compressed.IsEmpty
            || (_isZlib
                ? _compressed.LastBigEndian == ((_high << 16) | _low)
                : _compressed.LastLittleEndian == unchecked((uint)_length));
        if (!isWhole)
        {
            throw new InvalidDataException("The compressed answer ended early.");
        }
    }
}

using System.IO.Compression;

namespace Personio.Rest.Http;

/// <summary>
/// The body of an answer, unpacked. The runtime takes a compressed stream that ends early for a whole one; here that is
/// an error.
/// </summary>
internal sealed class UnpackedStream : BodyStream
{
    // How the forms are named that are asked for and understood.
    public const string Accepted = "gzip, deflate, br";

    private const uint AdlerBase = 65521;

    private readonly TailStream _packed;
    private readonly Stream _inner;
    private readonly bool _isZlib;
    private long _length;
    private uint _low = 1;
    private uint _high;

    private UnpackedStream(TailStream packed, bool isZlib)
    {
        (_packed, _isZlib) = (packed, isZlib);
        _inner = isZlib
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
    }

    /// <summary>The body as it was before it was compressed.</summary>
    /// <param name="content">The body as it comes.</param>
    /// <param name="stream">Its stream.</param>
    /// <exception cref="InvalidDataException">It is compressed in a way that was not asked for.</exception>
    public static Stream Open(HttpContent content, Stream stream) =>
        string.Join(',', content.Headers.ContentEncoding).Trim().ToUpperInvariant() switch
        {
            "" or "IDENTITY" => stream,
            "GZIP" or "X-GZIP" => new UnpackedStream(new TailStream(stream), isZlib: false),
            "DEFLATE" => new UnpackedStream(new TailStream(stream), isZlib: true),
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

    // gzip ends with the length of what was packed (RFC 1952), zlib with a checksum of it (RFC 1950).
    private async ValueTask CheckEndAsync(CancellationToken cancellationToken)
    {
        await _packed.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        bool isWhole = _packed.IsEmpty
            || (_isZlib
                ? _packed.LastBigEndian == ((_high << 16) | _low)
                : _packed.LastLittleEndian == unchecked((uint)_length));
        if (!isWhole)
        {
            throw new InvalidDataException("The compressed answer ended early.");
        }
    }
}

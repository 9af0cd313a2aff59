using System.Buffers;
using System.IO.Compression;

namespace Personio.Rest.Http;

/// <summary>Decompresses Brotli. A premature end is an error, unlike with the runtime's own stream.</summary>
internal sealed class BrotliBodyStream(Stream compressed) : BodyStream
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private BrotliDecoder _decoder;
    private int _start;
    private int _end;
    private bool _isEmpty = true;
    private bool _isDone;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_isDone && buffer.Length > 0)
        {
            OperationStatus status = _decoder.Decompress(
                _buffer.AsSpan(_start, _end - _start), buffer.Span, out int consumed, out int written);
            _start += consumed;
            _isDone = status == OperationStatus.Done;
            if (status == OperationStatus.InvalidData)
            {
                throw new InvalidDataException("The compressed answer is damaged.");
            }

            if (written > 0)
            {
                return written;
            }

            if (!_isDone && !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return _isEmpty ? 0 : throw new InvalidDataException("The compressed answer ended early.");
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder.Dispose();
            compressed.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        (_start, _end) = (0, await compressed.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false));
        _isEmpty &= _end == 0;
        return _end > 0;
    }
}

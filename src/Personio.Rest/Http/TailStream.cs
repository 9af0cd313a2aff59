using System.Buffers.Binary;

namespace Personio.Rest.Http;

/// <summary>Reads another stream and remembers its last four bytes.</summary>
internal sealed class TailStream(Stream inner) : BodyStream
{
    private const int TailLength = 4;

    private readonly byte[] _tail = new byte[TailLength];

    /// <summary>Whether nothing has been read yet.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The last four bytes as a big-endian number.</summary>
    public uint LastBigEndian => BinaryPrimitives.ReadUInt32BigEndian(_tail);

    /// <summary>The last four bytes as a little-endian number.</summary>
    public uint LastLittleEndian => BinaryPrimitives.ReadUInt32LittleEndian(_tail);

    /// <summary>Reads the rest and discards it.</summary>
    public async ValueTask ReadToEndAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[4096];
        while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Remember(buffer.Span[..read]);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        IsEmpty &= bytes.Length == 0;
        int taken = Math.Min(bytes.Length, TailLength);
        _tail.AsSpan(taken).CopyTo(_tail);
        bytes[^taken..].CopyTo(_tail.AsSpan(TailLength - taken));
    }
}

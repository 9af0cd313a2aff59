namespace Personio.Rest.Tests.Support;

/// <summary>A body that arrives in pieces of equal length, one per second.</summary>
internal sealed class DripStream(ManualTime time, int pieceLength, int length) : ReadOnlyTestStream
{
    private int _left = length;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        cancellationToken.ThrowIfCancellationRequested();
        int read = Math.Min(Math.Min(pieceLength, buffer.Length), _left);
        buffer.Span[..read].Clear();
        _left -= read;
        return ValueTask.FromResult(read);
    }
}

namespace Personio.Lifecycle.Tests.Support;

/// <summary>A stream on a disk that has no space left.</summary>
internal sealed class FullDisk : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => throw Full();

    public override void Write(ReadOnlySpan<byte> buffer) => throw Full();

    // Like a file, which writes on closing what it still holds.
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            throw Full();
        }
    }

    private static IOException Full() => new("No space left on device");
}

namespace Personio.Rest.Tests.Support;

/// <summary>A body that breaks after its first bytes.</summary>
internal sealed class BrokenStream(Exception fault) : ReadOnlyTestStream
{
    private bool _begun;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_begun)
        {
            throw fault;
        }

        _begun = true;
        buffer[offset] = (byte)'{';
        return 1;
    }
}

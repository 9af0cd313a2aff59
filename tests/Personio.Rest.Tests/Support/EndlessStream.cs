namespace Personio.Rest.Tests.Support;

/// <summary>An endless body.</summary>
internal sealed class EndlessStream : ReadOnlyTestStream
{
    public override int Read(byte[] buffer, int offset, int count) => count;
}

namespace Personio.Rest.Tests.Support;

/// <summary>A body without an end.</summary>
internal sealed class EndlessStream : ReadOnlyTestStream
{
    public override int Read(byte[] buffer, int offset, int count) => count;
}

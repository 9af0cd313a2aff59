namespace Personio.Rest.Auth;

/// <summary>The body of an answer, in memory. Whoever reads a secret out of it can clear it.</summary>
/// <param name="body">The body.</param>
internal sealed class BufferedAnswer(byte[] body) : ByteArrayContent(body)
{
    /// <summary>The bytes themselves and no copy.</summary>
    public byte[] Bytes { get; } = body;
}

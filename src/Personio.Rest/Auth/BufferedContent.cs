namespace Personio.Rest.Auth;

/// <summary>The body of a response, in memory. Code that reads a secret out of it can clear it.</summary>
/// <param name="body">The body.</param>
internal sealed class BufferedContent(byte[] body) : ByteArrayContent(body)
{
    /// <summary>The bytes themselves, not a copy.</summary>
    public byte[] Bytes { get; } = body;

    /// <summary>The body of a response, not a copy; empty if it was not buffered, as with a download.</summary>
    public static byte[] BytesOf(HttpResponseMessage response) =>
        response.Content is BufferedContent answer ? answer.Bytes : [];
}

namespace Personio.Rest.Auth;

/// <summary>The body of an answer, in memory. Whoever reads a secret out of it can clear it.</summary>
/// <param name="body">The body.</param>
internal sealed class BufferedAnswer(byte[] body) : ByteArrayContent(body)
{
    /// <summary>The bytes themselves and no copy.</summary>
    public byte[] Bytes { get; } = body;

    /// <summary>The body of an answer and no copy of it; empty where it went elsewhere, as that of a download does.
    /// </summary>
    public static byte[] BytesOf(HttpResponseMessage response) =>
        response.Content is BufferedAnswer answer ? answer.Bytes : [];
}

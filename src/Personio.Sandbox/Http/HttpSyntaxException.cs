namespace Personio.Sandbox.Http;

/// <summary>A request that cannot be read; the connection answers with the status and closes.</summary>
internal sealed class HttpSyntaxException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

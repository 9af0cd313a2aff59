namespace Personio.Sandbox.Http;

/// <summary>A request that cannot be parsed; the connection responds with the status and closes.</summary>
internal sealed class HttpSyntaxException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}


namespace Personio.Rest.Http;

/// <summary>What leads to the network.</summary>
/// <remarks>
/// Redirects are errors: a token must not follow one. Cookies would make one request depend on another.
/// </remarks>
internal static class HttpHandlerFactory
{
    /// <summary>The connections of one session to one origin; a loopback address is reached without a proxy.</summary>
    public static SocketsHttpHandler To(Uri baseUri) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !ThisMachine.Is(baseUri),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    };
}

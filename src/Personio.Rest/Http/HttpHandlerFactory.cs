
namespace Personio.Rest.Http;

/// <summary>Creates the handlers that connect to the network.</summary>
/// <remarks>
/// Redirects are errors: a token must not follow one. Cookies would make requests depend on each other.
/// </remarks>
internal static class HttpHandlerFactory
{
    /// <summary>The connections of one session to one origin. Loopback addresses bypass the proxy.</summary>
    public static SocketsHttpHandler Create(Uri baseUri) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !Loopback.IsLoopback(baseUri),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    };
}

using System.Globalization;

namespace Personio.Sandbox.Http;

/// <summary>
/// Keeps web pages out. A page in a browser on this machine reaches the loopback address as well: directly, and then
/// the browser names the page as the origin; or under a name of its own that it lets point to this machine (DNS
/// rebinding), and then that name is in the Host header.
/// </summary>
internal sealed class OwnAddress(int port)
{
    private const int DefaultPort = 80;

    private readonly string[] _hosts =
    [
        .. new[] { "127.0.0.1", "localhost" }.SelectMany(name => port == DefaultPort
            ? new[] { name, Named(name, port) }
            : [Named(name, port)]),
    ];

    /// <summary>Throws where the request was meant for another host or comes from a web page.</summary>
    public void Check(HttpRequest request)
    {
        // Only HTTP/1.0 may leave the header out, and no browser speaks that.
        if (request.Header("Host") is { } host && !IsOwn(host))
        {
            throw new HttpSyntaxException(421, $"This is the sandbox at {_hosts[0]}; the Host header names another host.");
        }

        // Not every request of a page names its origin; the loading of a picture, for one, does not.
        bool isForeign = request.Header("Origin") is { } origin
            && !(origin.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && IsOwn(origin["http://".Length..]));
        if (isForeign || request.Header("Sec-Fetch-Site") is "cross-site" or "same-site")
        {
            throw new HttpSyntaxException(403, "The sandbox does not answer web pages.");
        }
    }

    private static string Named(string name, int port) => string.Create(CultureInfo.InvariantCulture, $"{name}:{port}");

    private bool IsOwn(string host) => _hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}

using System.Globalization;

namespace Personio.Sandbox.Http;

/// <summary>
/// Keeps web pages out. A page in a browser on this machine can reach the loopback address in two ways: directly, in
/// which case the browser sends the page's origin, or through a host name of its own that resolves to this machine (DNS
/// rebinding), in which case that name is in the Host header.
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

    /// <summary>Throws if the request is for another host or comes from a web page.</summary>
    public void Check(HttpRequest request)
    {
        // Only HTTP/1.0 allows omitting the header, and no browser uses HTTP/1.0.
        if (request.Header("Host") is { } host && !IsOwn(host))
        {
            throw new HttpSyntaxException(
                421, $"This is the sandbox at {_hosts[0]}; the Host header names another host.");
        }

        // Not every request from a page has an Origin header; loading an image, for example, does not.
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

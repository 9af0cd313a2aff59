using System.Net;
using System.Text.RegularExpressions;

namespace Personio.Rest;

/// <summary>
/// What goes wrong at a proxy, in words of our own: those of the runtime repeat its address with user name and password.
/// </summary>
internal static partial class ProxyFault
{
    /// <summary>What a 407 means.</summary>
    public const string Words = "The proxy asks for a user name and password (407).";

    /// <summary>What to do about it.</summary>
    public const string Advice =
        "Set them in HTTPS_PROXY (http://user:password@proxy:port, special characters as %XX), or ask whoever runs it.";

    /// <summary>Whether a proxy wants to know who asks.</summary>
    public static bool AsksForPassword(Exception fault) => Chain(fault).OfType<HttpRequestException>().Any(http =>
        http.StatusCode == HttpStatusCode.ProxyAuthenticationRequired
        || (http.HttpRequestError == HttpRequestError.ProxyTunnelError
            && http.Message.Contains("407", StringComparison.Ordinal)));

    /// <summary>A text in which addresses have neither user name nor password.</summary>
    public static string WithoutPassword(string text) => UserInfo().Replace(text, "");

    /// <summary>The cause of a fault; null where it, or what is behind it, has a password in its words.</summary>
    public static Exception? WithoutPassword(Exception fault) =>
        Chain(fault).Any(one => UserInfo().IsMatch(one.ToString())) ? null : fault;

    private static IEnumerable<Exception> Chain(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }

    [GeneratedRegex("(?<=://)[^/\\s'\"]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}

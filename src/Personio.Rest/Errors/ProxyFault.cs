using System.Net;

namespace Personio.Rest;

/// <summary>The texts for a proxy that requires authentication.</summary>
internal static class ProxyFault
{
    /// <summary>What a 407 means.</summary>
    public const string Message = "The proxy asks for a user name and password (407).";

    /// <summary>What to do about it.</summary>
    public const string Advice =
        "Put them before the host in HTTPS_PROXY, special characters as %XX, or ask whoever runs the proxy.";

    /// <summary>Whether a proxy requires a user name and password.</summary>
    public static bool RequiresPassword(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is HttpRequestException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired }
                || (fault is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError }
                    && fault.Message.Contains("407", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}

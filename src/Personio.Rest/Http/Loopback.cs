using System.Net;

namespace Personio.Rest.Http;

/// <summary>Recognizes addresses that never leave this machine.</summary>
internal static class Loopback
{
    /// <summary>
    /// Whether the host is localhost, 127.0.0.0/8 or ::1. The runtime also treats addresses such as ::127.0.0.1 as
    /// loopback, although some networks route them elsewhere.
    /// </summary>
    public static bool IsLoopback(Uri uri)
    {
        if (!IPAddress.TryParse(uri.DnsSafeHost, out IPAddress? address))
        {
            return uri.IsLoopback;
        }

        return address.Equals(IPAddress.IPv6Loopback)
            || (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes() is [127, _, _, _];
    }
}

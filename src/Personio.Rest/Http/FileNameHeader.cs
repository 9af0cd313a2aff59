using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>The file name that a server suggests.</summary>
internal static class FileNameHeader
{
    /// <summary>Reads <c>Content-Disposition</c>; null if it contains no readable file name.</summary>
    public static string? Read(HttpContentHeaders headers)
    {
        try
        {
            ContentDispositionHeaderValue? disposition = headers.ContentDisposition;
            return disposition?.FileNameStar ?? disposition?.FileName?.Trim('"');
        }
        catch (Exception fault) when (fault is NotSupportedException or ArgumentException or FormatException)
        {
            // A name in an encoding that the runtime does not support, such as UTF-7, counts as missing.
            return null;
        }
    }
}

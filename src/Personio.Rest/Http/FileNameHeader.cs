using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>The name that a server gives a file.</summary>
internal static class FileNameHeader
{
    /// <summary>Reads <c>Content-Disposition</c>; null where it names no file, or not so that it can be read.</summary>
    public static string? Read(HttpContentHeaders headers)
    {
        try
        {
            ContentDispositionHeaderValue? said = headers.ContentDisposition;
            return said?.FileNameStar ?? said?.FileName?.Trim('"');
        }
        catch (Exception fault) when (fault is NotSupportedException or ArgumentException or FormatException)
        {
            // A name in an encoding that the runtime does not take, such as UTF-7, is none.
            return null;
        }
    }
}

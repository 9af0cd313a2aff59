using System.Net;

namespace Personio.Rest;

/// <summary>Checks whether a download is the file that was promised.</summary>
public static class FileCheck
{
    /// <summary>How many bytes at the beginning of the file are examined.</summary>
    public const int SampleLength = 256;

    /// <summary>Rejects a web page, JSON, an empty response, or a size other than the listed one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="file">The downloaded file.</param>
    /// <param name="beginning">The first bytes of the file.</param>
    /// <param name="name">The name of the file; null if unknown. A web page may be a legitimate file, too.</param>
    /// <param name="size">The listed size in bytes; null if unknown.</param>
    /// <exception cref="PersonioException">The download is not that file (<c>UnexpectedResponse</c>).</exception>
    public static void Check(
        ApiRequest request, FileDownload file, ReadOnlySpan<byte> beginning, string? name, long? size)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(file);
        string ending = Path.GetExtension(file.FileName ?? name ?? "").ToUpperInvariant();
        string? wrong =
            size is { } listed && listed != file.Length
                ? FormattableString.Invariant($"received {file.Length} bytes, but {listed} were listed")
            : file.Length == 0 && size is null ? "the response was empty"
            : IsPage(file.MediaType, beginning) && ending is not (".HTM" or ".HTML" or ".XHTML")
                ? "received a web page instead of the file"
            : IsJson(file.MediaType, beginning) && file.FileName is null && ending != ".JSON"
                ? "received JSON instead of the file"
            : null;
        if (wrong is not null)
        {
            throw ResponseErrors.Unexpected(request, HttpStatusCode.OK, null, $"{wrong}; nothing was saved");
        }
    }

    /// <summary>Whether a response is a web page, judged by its type or its beginning.</summary>
    /// <param name="mediaType">The media type; null if not specified.</param>
    /// <param name="beginning">The first bytes of the body.</param>
    public static bool IsPage(string? mediaType, ReadOnlySpan<byte> beginning)
    {
        if (mediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
        {
            return true;
        }

        ReadOnlySpan<byte> text = beginning.TrimStart("\uFEFF \t\r\n"u8);
        return StartsWith(text, "<!DOCTYPE HTML"u8) || StartsWith(text, "<HTML"u8);
    }

    private static bool IsJson(string? mediaType, ReadOnlySpan<byte> beginning) =>
        mediaType?.Contains("json", StringComparison.OrdinalIgnoreCase)
        ?? beginning.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> upper)
    {
        if (text.Length < upper.Length)
        {
            return false;
        }

        for (int i = 0; i < upper.Length; i++)
        {
            if ((text[i] is >= (byte)'a' and <= (byte)'z' ? text[i] - 32 : text[i]) != upper[i])
            {
                return false;
            }
        }

        return true;
    }
}

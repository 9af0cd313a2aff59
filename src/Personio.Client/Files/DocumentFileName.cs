namespace Personio.Client;

/// <summary>Makes the titles of documents into names of files. They are not safe yet: see <see cref="SafeFileName"/>.
/// </summary>
public static class DocumentFileName
{
    private const int LongestEnding = 5;

    // What companies keep of persons and applicants; media types of RFC 6838 and their usual endings.
    private static readonly Dictionary<string, string> s_endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = "pdf",
        ["application/msword"] = "doc",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "docx",
        ["application/vnd.ms-excel"] = "xls",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "xlsx",
        ["application/vnd.ms-powerpoint"] = "ppt",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = "pptx",
        ["application/vnd.oasis.opendocument.text"] = "odt",
        ["application/vnd.oasis.opendocument.spreadsheet"] = "ods",
        ["application/vnd.ms-outlook"] = "msg",
        ["message/rfc822"] = "eml",
        ["application/rtf"] = "rtf",
        ["text/rtf"] = "rtf",
        ["text/plain"] = "txt",
        ["text/csv"] = "csv",
        ["text/html"] = "html",
        ["application/xml"] = "xml",
        ["text/xml"] = "xml",
        ["application/json"] = "json",
        ["application/zip"] = "zip",
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["image/gif"] = "gif",
        ["image/tiff"] = "tif",
        ["image/heic"] = "heic",
        ["image/webp"] = "webp",
        ["image/svg+xml"] = "svg",
        ["video/mp4"] = "mp4",
    };

    /// <summary>
    /// The title; one that does not end like a file gets the ending of its type, else that of the name the file was
    /// handed out under.
    /// </summary>
    /// <param name="title">The title of the document; null where it is not known.</param>
    /// <param name="type">
    /// The type of the document as Personio names it: a media type such as application/pdf, or an ending such as pdf;
    /// null where it is not known.
    /// </param>
    /// <param name="served">The name in the answer to the download; null where there was none, or none yet.</param>
    /// <returns>Null where neither title nor name is known.</returns>
    public static string? Create(string? title, string? type, string? served = null) => title is null ? served
        : EndingOf(title) is not null ? title
        : (EndingOfType(type) ?? EndingOf(served)) is { } ending ? $"{title}.{ending}"
        : title;

    /// <summary>Whether a name can be made before the download, so that its answer adds nothing.</summary>
    public static bool IsKnown(string? title, string? type) =>
        title is not null && (EndingOf(title) ?? EndingOfType(type)) is not null;

    // A few letters and digits behind the last point, as in x.pdf or x.7z; not as in "No. 7" or "v1.2".
    private static string? EndingOf(string? name) =>
        name?.LastIndexOf('.') is >= 0 and int point && IsEnding(name[(point + 1)..]) ? name[(point + 1)..] : null;

    // Personio says other, or application/octet-stream, of what it does not know.
    private static string? EndingOfType(string? type) => type is null or "other" ? null
        : s_endings.GetValueOrDefault(type.Split(';')[0].Trim()) ?? (IsEnding(type) ? type : null);

    private static bool IsEnding(string text) => text.Length is > 0 and <= LongestEnding
        && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiLetter);
}

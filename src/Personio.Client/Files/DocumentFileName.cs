namespace Personio.Client;

/// <summary>
/// Converts document titles to file names. The names are not safe yet: see <see cref="SafeFileName"/>.
/// </summary>
public static class DocumentFileName
{
    private const int MaxExtensionLength = 5;

    // The usual documents of persons and applicants: media types of RFC 6838 and their extensions.
    private static readonly Dictionary<string, string> s_extensions = new(StringComparer.OrdinalIgnoreCase)
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
    /// Returns the title. A title without a file extension gets that of its type or, if unknown, that of the file name
    /// in the download response.
    /// </summary>
    /// <param name="title">The title of the document; null if unknown.</param>
    /// <param name="type">
    /// The type as named by Personio: a media type such as application/pdf, or an extension such as pdf; null if
    /// unknown.
    /// </param>
    /// <param name="servedName">
    /// The file name in the download response; null if it had none, or before the download.
    /// </param>
    /// <returns>The file name; null if neither the title nor the file name is known.</returns>
    public static string? Create(string? title, string? type, string? servedName = null) => title is null ? servedName
        : ExtensionOf(title) is not null ? title
        : (ExtensionOfType(type) ?? ExtensionOf(servedName)) is { } extension ? $"{title}.{extension}"
        : title;

    /// <summary>
    /// Whether the name can be determined before the download, so that the response does not affect it.
    /// </summary>
    public static bool IsKnown(string? title, string? type) =>
        title is not null && (ExtensionOf(title) ?? ExtensionOfType(type)) is not null;

    // A few letters and digits after the last dot, as in x.pdf or x.7z; not as in "No. 7" or "v1.2".
    private static string? ExtensionOf(string? name) =>
        name?.LastIndexOf('.') is >= 0 and int point && IsExtension(name[(point + 1)..]) ? name[(point + 1)..] : null;

    // Personio uses "other" or application/octet-stream for unknown types.
    private static string? ExtensionOfType(string? type) => type is null or "other" ? null
        : s_extensions.GetValueOrDefault(type.Split(';')[0].Trim()) ?? (IsExtension(type) ? type : null);

    private static bool IsExtension(string text) => text.Length is > 0 and <= MaxExtensionLength
        && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiLetter);
}

namespace Personio.Client;

/// <summary>Makes the titles of documents into names of files. They are not safe yet: see <see cref="SafeFileName"/>.
/// </summary>
public static class DocumentFileName
{
    private const int LongestEnding = 5;

    /// <summary>The title; one that does not end like a file gets the type of the document as its ending.</summary>
    /// <param name="title">The title of the document; null where it is not known.</param>
    /// <param name="type">The type of the document as Personio names it, for example pdf; null where it is not known.
    /// </param>
    /// <returns>Null where the title is not known.</returns>
    public static string? Of(string? title, string? type) =>
        title is null || title.Contains('.', StringComparison.Ordinal) || !IsEnding(type) ? title : $"{title}.{type}";

    // Personio says other of what it does not know.
    private static bool IsEnding(string? type) =>
        type is { Length: > 0 and <= LongestEnding } && type != "other" && type.All(char.IsAsciiLetterOrDigit);
}

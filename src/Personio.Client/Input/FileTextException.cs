namespace Personio.Client;

/// <summary>
/// A file cannot be read unambiguously. The caller adds the name of the file and how to specify the remedy.
/// </summary>
/// <param name="message">The problem, with the file as <c>it</c>.</param>
/// <param name="remedy">What the user has to specify about the file.</param>
/// <param name="suggestion">A suggested value; null if there is none.</param>
/// <param name="inner">The cause; null if there is none.</param>
public sealed class FileTextException(
    string message, FileRemedy remedy = FileRemedy.None, string? suggestion = null, Exception? inner = null)
    : FormatException(message, inner)
{
    /// <summary>What the user has to specify about the file.</summary>
    public FileRemedy Remedy => remedy;

    /// <summary>A suggested value; null if there is none.</summary>
    public string? Suggestion => suggestion;
}

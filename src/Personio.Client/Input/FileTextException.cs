namespace Personio.Client;

/// <summary>A file cannot be read without doubt. What has to be said of it is left to whoever asked for the file.</summary>
/// <param name="message">What is wrong, about the file as <c>it</c>.</param>
/// <param name="remedy">What has to be said of it.</param>
/// <param name="proposal">What could be said; null where nothing is proposed.</param>
/// <param name="inner">What happened; null where nothing did.</param>
public sealed class FileTextException(
    string message, FileRemedy remedy = FileRemedy.None, string? proposal = null, Exception? inner = null)
    : FormatException(message, inner)
{
    /// <summary>What has to be said of the file.</summary>
    public FileRemedy Remedy => remedy;

    /// <summary>What could be said; null where nothing is proposed.</summary>
    public string? Proposal => proposal;
}

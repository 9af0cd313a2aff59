namespace Personio.Completers;

/// <summary>Common encodings of files from other programs.</summary>
internal abstract class FileEncodings : IFixedValues
{
    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values { get; } =
    [
        ("1252", "Windows, Western Europe"), ("ansi", "Windows, as this computer is set"), ("utf8", "UTF-8"),
        ("unicode", "UTF-16"), ("oem", "DOS, as this computer is set"), ("latin1", "ISO 8859-1"),
    ];
}

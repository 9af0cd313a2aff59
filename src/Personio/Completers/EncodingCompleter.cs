using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>Completes the encodings that files of other programs have.</summary>
public sealed class EncodingCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Use)[] s_encodings =
    [
        ("1252", "Windows, Western Europe"), ("ansi", "Windows, as this computer is set"), ("utf8", "UTF-8"),
        ("unicode", "UTF-16"), ("oem", "DOS, as this computer is set"), ("latin1", "ISO 8859-1"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) => Completion.Create(s_encodings, wordToComplete);
}

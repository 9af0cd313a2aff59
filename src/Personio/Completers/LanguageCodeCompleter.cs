using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>Completes the languages that Personio speaks with a person.</summary>
public sealed class LanguageCodeCompleter : IArgumentCompleter
{
    internal static readonly (string Code, string Name)[] Languages =
    [
        ("de", "German"), ("en", "English"), ("es", "Spanish"), ("fi", "Finnish"), ("fr", "French"), ("it", "Italian"),
        ("nl", "Dutch"), ("sv", "Swedish"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) => Completion.Create(Languages, wordToComplete);
}

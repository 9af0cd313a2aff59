using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>Completes the names of the events that Personio documents.</summary>
public sealed class WebhookEventCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Create(WebhookRules.KnownEvents.Select(name => (name, name)), wordToComplete);
}

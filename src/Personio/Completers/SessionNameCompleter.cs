using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>Completes the names of the sessions of this runspace.</summary>
public sealed class SessionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Create(
            CurrentSession.InRunspace.All.Select(session => (session.Name, session.BaseUri.ToString())),
            wordToComplete);
}

using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.PingOne;

namespace Personio.Completers;

/// <summary>Completes the names of the PingOne sessions of this runspace.</summary>
public sealed class PingOneSessionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Create(
            SessionTable<PingOneSession>.InRunspace.All.Select(session => (session.Name, session.EnvironmentLabel)),
            wordToComplete);
}

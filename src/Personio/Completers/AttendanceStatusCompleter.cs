using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>Completes the states of approval of an attendance period that Personio is known to use.</summary>
public sealed class AttendanceStatusCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Create(KnownStatus.Attendance, wordToComplete);
}

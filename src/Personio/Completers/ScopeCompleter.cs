using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the scopes that the endpoints of the API ask for.</summary>
public sealed class ScopeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Create(
            Endpoints.All
                .Where(row => row.Scope is not null)
                .GroupBy(row => row.Scope!)
                .OrderBy(rows => rows.Key, StringComparer.Ordinal)
                .Select(rows => (rows.Key, $"for {string.Join(", ", rows)}")),
            wordToComplete);
}

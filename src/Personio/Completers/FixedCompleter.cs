using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Personio.Completers;

/// <summary>Completes values that are the same for all companies.</summary>
/// <typeparam name="TSource">The type that lists the values.</typeparam>
public sealed class FixedCompleter<TSource> : IArgumentCompleter
    where TSource : IFixedValues
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) => Completion.Create(TSource.Values, wordToComplete);
}

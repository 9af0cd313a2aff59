using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Personio.PingOne;

namespace Personio.Completers;

/// <summary>Completes the regions of PingOne.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Create(
            PingOneRegion.All.Select(region => (region.Code, $"{region.Name}, api.pingone.{region.TopLevelDomain}")), wordToComplete);
}

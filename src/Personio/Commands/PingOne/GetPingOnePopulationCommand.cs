using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the populations of the environment, or those with given names or ids.</summary>
/// <example>
/// <code>Get-PingOnePopulation | Sort-Object UserCount -Descending</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PingOnePopulation", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PingOnePopulation.md")]
[OutputType(typeof(PingOnePopulation))]
public sealed class GetPingOnePopulationCommand : PingOneCmdletBase
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    /// <summary>Names, with wildcards. Filtered here.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PopulationCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The ids of the populations.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string[]? PopulationId { get; set; }

    /// <summary>An object with a property PopulationId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (new IdInput(this).Find(PopulationId, InputObject, nameof(PopulationId)) is { } ids)
        {
            DirectoryLists.Write(this, Read, [.. ids.Select(pair => pair.Id)], row => row.PopulationId, false);
        }
        else
        {
            DirectoryLists.Write(this, Read, Name, row => row.Name, true);
        }
    }

    private IReadOnlyList<PingOnePopulation> Read() => Await(token => Client.GetPopulationsAsync(token));
}

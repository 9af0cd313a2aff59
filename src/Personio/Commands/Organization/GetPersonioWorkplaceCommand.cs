using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the company's workplaces.</summary>
/// <example>
/// <code>Get-PersonioWorkplace | Export-Csv workplaces.csv</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioWorkplace", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioWorkplace.md")]
[OutputType(typeof(Workplace))]
public sealed class GetPersonioWorkplaceCommand : CatalogCmdletBase<Workplace>
{
    /// <summary>The ids of the workplaces.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<Workplace>))]
    public string[]? WorkplaceId { get; set; }

    private protected override string[]? Ids => WorkplaceId;
}

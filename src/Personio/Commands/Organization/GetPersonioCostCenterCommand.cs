using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the company's cost centers.</summary>
/// <example>
/// <code>Get-PersonioCostCenter -Name '5*'</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioCostCenter", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioCostCenter.md")]
[OutputType(typeof(CostCenter))]
public sealed class GetPersonioCostCenterCommand : CatalogCmdletBase<CostCenter>
{
    /// <summary>The ids of the cost centers.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<CostCenter>))]
    public string[]? CostCenterId { get; set; }

    private protected override string[]? Ids => CostCenterId;
}

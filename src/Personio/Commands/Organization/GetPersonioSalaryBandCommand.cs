using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the company's salary bands.</summary>
/// <example>
/// <code>Get-PersonioSalaryBand | Select-Object Name, AdditionalProperties</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioSalaryBand", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioSalaryBand.md")]
[OutputType(typeof(SalaryBand))]
public sealed class GetPersonioSalaryBandCommand : CatalogCmdletBase<SalaryBand>
{
    /// <summary>The ids of the salary bands.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<SalaryBand>))]
    public string[]? SalaryBandId { get; set; }

    private protected override string[]? Ids => SalaryBandId;
}

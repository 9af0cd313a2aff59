using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the company's compensation types.</summary>
/// <example>
/// <code>Get-PersonioCompensationType -Name *allowance*</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioCompensationType", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioCompensationType.md")]
[OutputType(typeof(CompensationType))]
public sealed class GetPersonioCompensationTypeCommand : CatalogCmdletBase<CompensationType>
{
    /// <summary>The ids of the types.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<CompensationType>))]
    public string[]? CompensationTypeId { get; set; }

    private protected override string[]? Ids => CompensationTypeId;
}

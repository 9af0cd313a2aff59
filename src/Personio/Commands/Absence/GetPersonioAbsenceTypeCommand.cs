using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the company's absence types, for example vacation.</summary>
/// <example>
/// <code>Get-PersonioAbsenceType -Name *leave*</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioAbsenceType", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioAbsenceType.md")]
[OutputType(typeof(AbsenceType))]
public sealed class GetPersonioAbsenceTypeCommand : CatalogCmdletBase<AbsenceType>
{
    /// <summary>The ids of the types.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<AbsenceType>))]
    public string[]? AbsenceTypeId { get; set; }

    private protected override string[]? Ids => AbsenceTypeId;
}

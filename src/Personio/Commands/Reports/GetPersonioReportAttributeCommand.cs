using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the attributes that reports can have as columns.</summary>
/// <example>
/// <code>Get-PersonioReportAttribute -Name *hours*</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioReportAttribute", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioReportAttribute.md")]
[OutputType(typeof(ReportAttribute))]
public sealed class GetPersonioReportAttributeCommand : CatalogCmdletBase<ReportAttribute>
{
    /// <summary>The ids of the attributes.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<ReportAttribute>))]
    public string[]? ReportAttributeId { get; set; }

    private protected override string[]? Ids => ReportAttributeId;
}

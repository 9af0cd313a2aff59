using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the reports that are shared with the credential and available to the API.</summary>
/// <example>
/// <code>Get-PersonioReport -Name 'Hours*' | Get-PersonioReportRow</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioReport", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioReport.md")]
[OutputType(typeof(Report))]
public sealed class GetPersonioReportCommand : CatalogCmdletBase<Report>
{
    /// <summary>The ids of the reports.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<Report>))]
    public string[]? ReportId { get; set; }

    private protected override string[]? Ids => ReportId;
}

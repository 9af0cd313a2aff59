using System.Management.Automation;
using Personio.Completers;
using Job = Personio.Models.Job;

namespace Personio.Commands;

/// <summary>Gets the jobs in the job catalog. Recruiting jobs are not included.</summary>
/// <example>
/// <code>Get-PersonioJob -Name '*controller*'</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioJob", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioJob.md")]
[OutputType(typeof(Job))]
public sealed class GetPersonioJobCommand : CatalogCmdletBase<Job>
{
    /// <summary>The ids of the jobs.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<Job>))]
    public string[]? JobId { get; set; }

    private protected override string[]? Ids => JobId;
}

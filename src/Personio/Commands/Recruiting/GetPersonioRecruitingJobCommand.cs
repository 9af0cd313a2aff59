using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets job openings. Jobs in the job catalog are not included.</summary>
/// <example>
/// <code>Get-PersonioRecruitingJob -Name *clerk* | Select-Object Name, Department, HiringTeam</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioRecruitingJob", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioRecruitingJob.md")]
[OutputType(typeof(RecruitingJob))]
public sealed class GetPersonioRecruitingJobCommand : CatalogCmdletBase<RecruitingJob>
{
    /// <summary>The ids of the job openings.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<RecruitingJob>))]
    public string[]? RecruitingJobId { get; set; }

    private protected override string[]? Ids => RecruitingJobId;
}

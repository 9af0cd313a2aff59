using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the persons who may track time on a project.</summary>
/// <remarks>
/// A project that is assigned to all has no members. One listing for each project; many run at the same time, within
/// the rate limit.
/// </remarks>
/// <example>
/// <code>Get-PersonioProject -Status Active | Get-PersonioProjectMember -IncludePerson</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioProjectMember", HelpUri = HelpPages.Root + "Get-PersonioProjectMember.md")]
[OutputType(typeof(ProjectMember))]
public sealed class GetPersonioProjectMemberCommand : PersonChildListCmdletBase<ProjectMember>
{
    /// <summary>The ids of the projects.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Project")]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string[]? ProjectId { get; set; }

    private protected override string Owner => "Project";

    private protected override string[]? OwnerIds => ProjectId;

    private protected override string Question => "Specify -ProjectId, or pipe projects.";

    private protected override string? PersonOf(ProjectMember row) => row.PersonId;

    private protected override ProjectMember WithName(ProjectMember row, PersonName name) =>
        row with { PersonName = name.DisplayName, PersonEmail = name.Email };

    private protected override ApiRequest Request(string ownerId) => Endpoints.ListProjectMembers.For(ownerId);

    private protected override IEnumerable<ProjectMember> Completed(
        IReadOnlyList<ProjectMember> rows, string ownerId, PSObject? input) =>
        rows.Select(member => member with { ProjectId = ownerId });
}

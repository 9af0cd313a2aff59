using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the persons who may track time on a project.</summary>
/// <remarks>
/// A project that is assigned to everyone has no members. Sends one listing for each project; many run concurrently,
/// within the rate limit.
/// </remarks>
/// <example>
/// <code>Get-PersonioProject -Status Active | Get-PersonioProjectMember -IncludePerson</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioProjectMember", HelpUri = HelpPages.Root + "Get-PersonioProjectMember.md")]
[OutputType(typeof(ProjectMember))]
public sealed class GetPersonioProjectMemberCommand : PersonRowsCmdletBase<ProjectMember>
{
    /// <summary>The ids of the projects.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Project")]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string[]? ProjectId { get; set; }

    /// <summary>A project, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private ChildListing<ProjectMember> Members => field ??= new(this, "Project", WriteRow)
    {
        Request = project => Endpoints.ListProjectMembers.For(project),
        Complete = (rows, project, _) => rows.Select(member => member with { ProjectId = project }),
    };

    /// <inheritdoc/>
    private protected override void ProcessInput() =>
        Members.Add(
            FindRequested(ProjectId, InputObject, nameof(ProjectId)),
            InputObject,
            "projects: Get-PersonioProject | Get-PersonioProjectMember");
}

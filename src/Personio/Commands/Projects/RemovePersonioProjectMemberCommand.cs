using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Removes persons from a project. Asks for confirmation unless -Confirm:$false is specified.</summary>
/// <remarks>
/// Personio treats a request without persons as one for all members, so no such request is sent unless -All is
/// specified. Persons who are not members are skipped.
/// </remarks>
/// <example>
/// <code>Remove-PersonioProjectMember -ProjectId $id -PersonId 4711, 4712</code>
/// <code>Remove-PersonioProjectMember -ProjectId $id -All</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PersonioProjectMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ByPerson,
    HelpUri = HelpPages.Root + "Remove-PersonioProjectMember.md")]
[OutputType(typeof(ProjectMember))]
public sealed class RemovePersonioProjectMemberCommand : ProjectMemberWriterCmdletBase
{
    private const string Everybody = "Everybody";

    private readonly HashSet<string> _clearedProjects = new(StringComparer.Ordinal);

    /// <summary>Removes all members of the project.</summary>
    [Parameter(ParameterSetName = Everybody, Mandatory = true)]
    public SwitchParameter All { get; set; }

    private protected override string Action => "Remove project member";

    private protected override bool IsAdding => false;

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        // -All:$false must not remove anyone.
        if (ParameterSetName != Everybody)
        {
            base.ProcessInput();
        }
        else if (All)
        {
            TryRun(Given.TargetOrId(ProjectInUse), Clear, noun: "Project");
        }
    }

    private protected override ApiRequest Request(string project, string[] persons) => persons.Length > 0
        ? Endpoints.RemoveProjectMembers.For(project).WithAny("person_id", persons)
        : throw new InvalidOperationException("Without persons the request would remove everybody.");

    private void Clear()
    {
        string project = ProjectInUse;
        ApiRequest request = Endpoints.RemoveProjectMembers.For(project);
        if (!_clearedProjects.Add(project))
        {
            return;
        }

        IReadOnlyList<ProjectMember> members = Await(token =>
            Client.ListAllAsync<ProjectMember>(Endpoints.ListProjectMembers.For(project), token));
        if (Changes.Confirm(
            $"All {members.Count} members of {NameOf(project)}", "Remove project members",
            $"all {members.Count} members of project {project}"))
        {
            Changes.Commit(token => Client.SendAsync(request, token));
            if (PassThru)
            {
                WriteObject(members.Select(member => member with { ProjectId = project }), enumerateCollection: true);
            }
        }
    }
}

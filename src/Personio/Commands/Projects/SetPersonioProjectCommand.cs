using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Changes projects and sub-projects. Only specified values are sent.</summary>
/// <remarks>
/// $null clears a value, and -EndDate $null leaves the end open. EndDate is the last day, inclusive; Personio itself
/// stores the following day. A project assigned to everyone has no members: -AssignedToAll $true removes all members,
/// and a warning says so.
/// </remarks>
/// <example>
/// <code>Get-PersonioProject -Name 'Archive*' | Set-PersonioProject -Status Archived</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioProject.md")]
[OutputType(typeof(Project))]
public sealed class SetPersonioProjectCommand : ProjectWriterCmdletBase
{
    /// <summary>The ids of the projects.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string[]? ProjectId { get; set; }

    /// <summary>The new name, unique in the company, at most 255 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>Reads each project after the change and writes it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private StateBefore<Project> Before => field ??= new StateBefore<Project>(
        this, () => InputObject, id => Await(token => Client.GetAsync<Project>(Endpoints.GetProject.For(id), token)));

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(ProjectId, InputObject, nameof(ProjectId)) is not { } requested)
        {
            TryRun(null, () => throw PersonioException.Invalid("Specify -ProjectId, or pipe projects."));
            return;
        }

        foreach ((string id, object target) in requested)
        {
            TryRun(target, () => Change(id));
        }
    }

    private void Change(string id)
    {
        Project? project = Before.Find(id, Before.Piped(id));
        ChangeBody body = Describe(Given.CreateBody(), Name?.Trim());
        ApiRequest request = Endpoints.UpdateProject.For(id).WithBody(body.Members);
        body.RejectEmpty($"project {id}");
        Check(body, Name?.Trim() ?? project?.Name ?? id, PipelineInput.TextOf(InputObject, "ParentProjectId")?[0]);
        if (body.Members.ContainsKey("assigned_to_all") && AssignedToAll == true && project?.AssignedToAll != true)
        {
            WriteWarning($"Project {project?.Name ?? id} will be assigned to everyone, which removes all its members.");
        }

        if (Changes.Confirm(
            $"{project?.Name ?? "Project"} ({id})",
            $"Change project: {Given.ValuesOf(typeof(Project), nameof(ProjectId)).InWords(project)}",
            $"project {id}",
            $"Change {body}"))
        {
            Changes.Update<Project>(
                id, request, PassThru ? Endpoints.GetProject.For(id) : null, WriteObject, $"The project {id}");
        }
    }
}

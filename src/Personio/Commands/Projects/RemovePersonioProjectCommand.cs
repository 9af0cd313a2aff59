using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>
/// Removes projects and their sub-projects. Asks for confirmation unless -Confirm:$false is specified.
/// </summary>
/// <remarks>
/// The prompt names the sub-projects that are removed with a project, which takes one request for each project.
/// Personio refuses to remove projects with tracked time: archive them with Set-PersonioProject -Status Archived.
/// </remarks>
/// <example>
/// <code>Get-PersonioProject -Name 'Trial*' | Remove-PersonioProject -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PersonioProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Remove-PersonioProject.md")]
[OutputType(typeof(Project))]
public sealed class RemovePersonioProjectCommand : RemoveCmdletBase<Project>
{
    /// <summary>The ids of the projects.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string[]? ProjectId { get; set; }

    private protected override string[]? Ids => ProjectId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetProject;

    private protected override Endpoint DeleteEndpoint => Endpoints.DeleteProject;

    private protected override string? IdOf(Project item) => item.ProjectId;

    private protected override string Describe(Project item)
    {
        string name = item.Name ?? "Project";
        if (item.ParentProjectId is not null)
        {
            return $"{name}, part of project {item.ParentProjectId}";
        }

        IReadOnlyList<Project> parts = Await(token => Client.ListAllAsync<Project>(
            Endpoints.ListProjects.For().WithAny("parent_project.id", [item.ProjectId ?? ""]), token));
        return parts.Count == 0 ? name : $"{name}, and with it its sub projects {string.Join(", ", parts)}";
    }
}

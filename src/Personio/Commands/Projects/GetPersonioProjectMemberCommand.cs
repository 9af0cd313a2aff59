using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the persons who may track time on a project.</summary>
/// <remarks>
/// A project that is assigned to all has no members. One listing for each project; many run at the same time, within the rate
/// limit.
/// </remarks>
/// <example>
/// <code>Get-PersonioProject -Status Active | Get-PersonioProjectMember -IncludePerson</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioProjectMember")]
[OutputType(typeof(ProjectMember))]
public sealed class GetPersonioProjectMemberCommand : ConnectedCommand
{
    private NamedOutput<ProjectMember>? _named;

    /// <summary>The ids of the projects.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? ProjectId { get; set; }

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>A project, or its id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Asked(ProjectId, InputObject, nameof(ProjectId)) is not { } projects)
        {
            Attempt(null, () => throw PersonioException.Invalid("Which projects? Give -ProjectId, or pipe projects."));
            return;
        }

        foreach ((string id, object target) in projects)
        {
            Ahead(
                target,
                token => Client.ListAllAsync<ProjectMember>(Endpoints.ListProjectMembers.For(id), token),
                members => Write(id, members),
                noun: "Project");
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _named?.Flush();
    }

    private void Write(string id, IReadOnlyList<ProjectMember> members)
    {
        _named ??= new NamedOutput<ProjectMember>(
            this,
            member => IncludePerson ? member.PersonId : null,
            (member, name) => member with { PersonName = name.DisplayName, PersonEmail = name.Email });
        foreach (ProjectMember member in members)
        {
            _named.Add(member with { ProjectId = id });
        }
    }
}

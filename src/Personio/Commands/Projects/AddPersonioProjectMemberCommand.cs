using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Allows persons to track time on a project.</summary>
/// <remarks>
/// A project that was assigned to everyone becomes restricted to its members. Existing members are kept. Sub-projects
/// have the members of their parent: Personio rejects members of their own.
/// </remarks>
/// <example>
/// <code>Get-PersonioPerson -Email a@example.org, b@example.org | Add-PersonioProjectMember -ProjectId $id</code>
/// </example>
[Cmdlet(
    VerbsCommon.Add, "PersonioProjectMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByPerson,
    HelpUri = HelpPages.Root + "Add-PersonioProjectMember.md")]
[OutputType(typeof(ProjectMember))]
public sealed class AddPersonioProjectMemberCommand : ProjectMemberWriterCmdletBase
{
    private protected override string Action => "Add project member";

    private protected override bool IsAdding => true;

    private protected override ApiRequest Request(string project, string[] persons) =>
        Endpoints.AddProjectMembers.For(project).WithBody(persons.Select(id => new { person = new { id } }).ToArray());
}

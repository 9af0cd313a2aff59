using System.Management.Automation;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Adds users to a group. Users who are already members are skipped.</summary>
/// <example>
/// <code>Get-PingOneUser -UserName 'ilka*' | Add-PingOneGroupMember vpn-users</code>
/// </example>
[Cmdlet(
    VerbsCommon.Add, "PingOneGroupMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Add-PingOneGroupMember.md")]
[OutputType(typeof(PingOneGroupMember))]
public sealed class AddPingOneGroupMemberCommand : GroupMemberWriterCmdletBase
{
    private protected override string Action => "Add to PingOne group";

    private protected override Task<bool> SendAsync(
        string userId, string groupId, CancellationToken cancellationToken) =>
        Client.AddMemberAsync(userId, groupId, cancellationToken);
}

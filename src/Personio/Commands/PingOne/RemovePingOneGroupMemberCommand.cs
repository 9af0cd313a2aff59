using System.Management.Automation;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Removes users from a group. Users who are not members are skipped.</summary>
/// <example>
/// <code>Get-PingOneGroupMember vpn-users -Direct | Remove-PingOneGroupMember -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "PingOneGroupMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Remove-PingOneGroupMember.md")]
[OutputType(typeof(PingOneGroupMember))]
public sealed class RemovePingOneGroupMemberCommand : GroupMemberWriterCmdletBase
{
    private protected override string Action => "Remove from PingOne group";

    private protected override Task<bool> SendAsync(
        string userId, string groupId, CancellationToken cancellationToken) =>
        Client.RemoveMemberAsync(userId, groupId, cancellationToken);
}

using System.Management.Automation;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Disables users, so that they can no longer sign in.</summary>
/// <remarks>
/// Existing sessions and tokens remain valid until they expire; end them in the PingOne console if that matters. The
/// user's groups, roles and devices stay unchanged.
/// </remarks>
/// <example>
/// <code>Get-PingOneUser -UserName ilka.broemse | Disable-PingOneUser -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Disable, "PingOneUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Disable-PingOneUser.md")]
[OutputType(typeof(PingOneUser))]
public sealed class DisablePingOneUserCommand : UserSwitchCmdletBase
{
    private protected override bool IsEnabling => false;
}

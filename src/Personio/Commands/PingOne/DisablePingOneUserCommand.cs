using System.Management.Automation;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Disables users: they cannot sign in any more.</summary>
/// <remarks>
/// Running sessions and tokens go on until they expire; end them in the PingOne console where that matters. Groups, roles
/// and devices of the user stay as they are.
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
    private protected override bool IsOn => false;
}

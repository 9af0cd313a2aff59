using System.Management.Automation;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Enables users, so that they can sign in again.</summary>
/// <remarks>A user who was locked out because of wrong passwords stays locked.</remarks>
/// <example>
/// <code>Get-PingOneUser -UserName ilka.broemse | Enable-PingOneUser -PassThru</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Enable, "PingOneUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "Enable-PingOneUser.md")]
[OutputType(typeof(PingOneUser))]
public sealed class EnablePingOneUserCommand : UserSwitchCmdletBase
{
    private protected override bool IsEnabling => true;
}

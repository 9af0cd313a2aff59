using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Net;

namespace Personio;

/// <summary>Gets a credential from a secret vault with Get-Secret, if its module is installed.</summary>
internal static class StoredCredential
{
    private const string Script = """
        param($Name, $Vault)
        $where = if ($Vault) { @{ Vault = $Vault } } else { @{} }
        Get-Secret -Name $Name @where -ErrorAction Stop
        """;

    /// <summary>Returns the credential stored under a name.</summary>
    /// <exception cref="PersonioException">The credential could not be read (<c>AuthenticationFailed</c>).</exception>
    public static NetworkCredential Get(PSCmdlet cmdlet, string name, string? vault)
    {
        if (cmdlet.InvokeCommand.GetCommand("Get-Secret", CommandTypes.Cmdlet | CommandTypes.Function) is null)
        {
            throw new PersonioException(
                ErrorKind.AuthenticationFailed,
                "-SecretName needs the module Microsoft.PowerShell.SecretManagement: Install-PSResource "
                + "Microsoft.PowerShell.SecretManagement.");
        }

        try
        {
            Collection<PSObject> secret = cmdlet.InvokeCommand.InvokeScript(Script, name, vault);
            return secret is [{ BaseObject: PSCredential credential }]
                ? new NetworkCredential(credential.UserName, credential.Password)
                : throw new PersonioException(
                    ErrorKind.AuthenticationFailed,
                    $"Secret '{name}' is {KindOf(secret)}; a PSCredential is required. Store one with "
                    + $"Set-Secret '{name}' (Get-Credential).");
        }
        catch (RuntimeException fault)
        {
            throw new PersonioException(
                ErrorKind.AuthenticationFailed, $"The secret '{name}' could not be read. {Reason(fault)}", fault);
        }
    }

    private static string KindOf(Collection<PSObject> secret) =>
        secret is [{ BaseObject: { } one }] ? $"a {one.GetType().Name}" : "of another type";

    // The error that stopped the script, not the generic message that it stopped.
    private static string Reason(RuntimeException fault) =>
        fault is ActionPreferenceStopException ? fault.ErrorRecord.Exception.Message : fault.Message;
}

using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Ends a session and releases its token, connections and, if it has one, its sandbox.</summary>
/// <example>
/// <code>Disconnect-Personio</code>
/// </example>
[Cmdlet(
    VerbsCommunications.Disconnect, "Personio", SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Disconnect-Personio.md")]
[OutputType(typeof(void))]
public sealed class DisconnectPersonioCommand : PersonioCmdletBase
{
    /// <summary>The sessions to end: objects or names. Default: the current session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public PersonioSession? Session { get; set; }

    /// <summary>
    /// Revokes the token. Off by default, because Personio gives every program with this credential the same token, so
    /// that this disconnects all of them.
    /// </summary>
    [Parameter]
    public SwitchParameter Revoke { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((Session ?? CurrentSession.InRunspace.Current) is not { } session)
        {
            WriteError(Errors.NotConnected());
            return;
        }

        string what = Revoke
            ? "Disconnect, and revoke the token of every program that uses this credential"
            : "Disconnect";
        // The name of a session is not personal data, so both streams may show it.
        if (!((Cmdlet)this).ShouldProcess(session.Name, what))
        {
            return;
        }

        if (Revoke && session.IsConnected)
        {
            TryRun(session.Name, () => Await(token => session.RevokeAsync(Log, token)));
        }

        CurrentSession.InRunspace.Remove(session);
    }
}

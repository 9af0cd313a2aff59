using System.Management.Automation;
using Personio.Completers;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>Ends a PingOne session and releases its token, connections and, if it has one, its sandbox.</summary>
/// <example>
/// <code>Disconnect-PingOne</code>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "PingOne", HelpUri = HelpPages.Root + "Disconnect-PingOne.md")]
[OutputType(typeof(void))]
public sealed class DisconnectPingOneCommand : PersonioCmdletBase
{
    /// <summary>The sessions to end: objects or names. Default: the current session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [PingOneSessionTransformation]
    [ArgumentCompleter(typeof(PingOneSessionNameCompleter))]
    [ValidateNotNull]
    public PingOneSession? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((Session ?? SessionTable<PingOneSession>.InRunspace.Current) is { } session)
        {
            SessionTable<PingOneSession>.InRunspace.Remove(session);
        }
        else
        {
            WriteError(Errors.NotConnectedToPingOne());
        }
    }
}

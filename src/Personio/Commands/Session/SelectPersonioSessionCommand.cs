using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Selects the current session of this runspace.</summary>
/// <example>
/// <code>Select-PersonioSession Production</code>
/// </example>
[Cmdlet(VerbsCommon.Select, "PersonioSession", HelpUri = HelpPages.Root + "Select-PersonioSession.md")]
[OutputType(typeof(PersonioSession))]
public sealed class SelectPersonioSessionCommand : PersonioCmdletBase
{
    /// <summary>The session: an object or a name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public PersonioSession? Session { get; set; }

    /// <summary>Writes the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PersonioSession session = Session!;
        if (!session.IsConnected)
        {
            ThrowTerminatingError(Errors.Disconnected(session));
        }

        CurrentSession.InRunspace.Select(session);
        if (PassThru)
        {
            WriteObject(CurrentSession.InRunspace.HandOut(session));
        }
    }
}

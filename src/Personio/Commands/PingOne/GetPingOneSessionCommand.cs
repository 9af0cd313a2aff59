using System.Management.Automation;
using Personio.Completers;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>Gets the current PingOne session of this runspace, or those with given names.</summary>
/// <example>
/// <code>Get-PingOneSession | Format-List</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PingOneSession", HelpUri = HelpPages.Root + "Get-PingOneSession.md")]
[OutputType(typeof(PingOneSession))]
public sealed class GetPingOneSessionCommand : PersonioCmdletBase
{
    /// <summary>Names, with wildcards; * gets all sessions. Default: the current session.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PingOneSessionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        SessionTable<PingOneSession> sessions = SessionTable<PingOneSession>.InRunspace;
        if (Name is null)
        {
            Write(sessions.Current is { } current ? [current] : []);
            return;
        }

        foreach (string name in Name)
        {
            var pattern = new NameWildcard(name);
            PingOneSession[] found = [.. sessions.All.Where(session => pattern.IsMatch(session.Name))];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(Errors.SessionNotFound<PingOneSession>(name));
            }

            Write(found);
        }
    }

    private void Write(PingOneSession[] sessions)
    {
        foreach (PingOneSession session in sessions)
        {
            WriteObject(SessionTable<PingOneSession>.InRunspace.HandOut(session));
        }
    }
}

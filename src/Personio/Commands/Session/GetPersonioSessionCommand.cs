using System.Management.Automation;
using Personio.Client;
using Personio.Completers;

namespace Personio.Commands;

/// <summary>Gets the current session of this runspace, or those with given names.</summary>
/// <example>
/// <code>Get-PersonioSession | Format-List</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioSession", HelpUri = HelpPages.Root + "Get-PersonioSession.md")]
[OutputType(typeof(PersonioSession))]
public sealed class GetPersonioSessionCommand : PersonioCmdletBase
{
    /// <summary>Names, with wildcards; * gets all sessions. Defaults to the current session.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Name is not null)
        {
            Array.ForEach(Name, WriteNamed);
        }
        else if (CurrentSession.InRunspace.Current is { } current)
        {
            WriteObject(CurrentSession.InRunspace.HandOut(current));
        }
    }

    private void WriteNamed(string name)
    {
        var pattern = new NameWildcard(name);
        PersonioSession[] found = [.. CurrentSession.InRunspace.All.Where(session => pattern.IsMatch(session.Name))];
        if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(Errors.SessionNotFound<PersonioSession>(name));
        }

        foreach (PersonioSession session in found)
        {
            WriteObject(CurrentSession.InRunspace.HandOut(session));
        }
    }
}

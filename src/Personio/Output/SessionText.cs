using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Personio.Client;

namespace Personio;

/// <summary>How the table of sessions shows which of them is the current one.</summary>
/// <remarks>Public for the view alone, which calls it from Personio.Format.ps1xml.</remarks>
public static class SessionText
{
    /// <summary>The name of a session, with a star where it is the current one of this runspace.</summary>
    /// <param name="session">The session.</param>
    public static string? Of(object? session) =>
        (session is PSObject shown ? shown.BaseObject : session) is PersonioSession one
            ? Runspace.DefaultRunspace is not null && CurrentSession.Here.Current == one ? $"* {one.Name}" : one.Name
            : null;
}

using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Personio.Client;
using Personio.PingOne;

namespace Personio;

/// <summary>How the table of sessions shows which of them is the current one.</summary>
/// <remarks>Public for the view alone, which calls it from Personio.Format.ps1xml.</remarks>
public static class SessionText
{
    /// <summary>The name of a session, with a star where it is the current one of its service in this runspace.</summary>
    /// <param name="session">The session.</param>
    public static string? Format(object? session) => (session is PSObject shown ? shown.BaseObject : session) switch
    {
        PersonioSession one => Marked(one),
        PingOneSession one => Marked(one),
        _ => null,
    };

    private static string Marked<TSession>(TSession session)
        where TSession : class, IServiceSession =>
        Runspace.DefaultRunspace is not null && SessionTable<TSession>.Here.Current == session
            ? $"* {session.Name}"
            : session.Name;
}

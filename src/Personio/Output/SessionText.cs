using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Personio.Client;
using Personio.PingOne;

namespace Personio;

/// <summary>Marks the current session in the table of sessions.</summary>
/// <remarks>Public only because the view calls it from Personio.Format.ps1xml.</remarks>
public static class SessionText
{
    /// <summary>
    /// The name of a session, with an asterisk if it is the current session of its service in this runspace.
    /// </summary>
    /// <param name="session">The session.</param>
    public static string? Format(object? session) => (session is PSObject shown ? shown.BaseObject : session) switch
    {
        PersonioSession one => Mark(one),
        PingOneSession one => Mark(one),
        _ => null,
    };

    private static string Mark<TSession>(TSession session)
        where TSession : class, IServiceSession =>
        Runspace.DefaultRunspace is not null && SessionTable<TSession>.InRunspace.Current == session
            ? $"* {session.Name}"
            : session.Name;
}

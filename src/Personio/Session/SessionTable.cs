using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Personio;

/// <summary>
/// The sessions of a runspace with one service, one of which is current. Sessions belong to a runspace, so that two
/// runbooks in one process never share a login.
/// </summary>
/// <typeparam name="TSession">The session type of the service.</typeparam>
internal sealed class SessionTable<TSession>
    where TSession : class, IServiceSession
{
    private static readonly ConditionalWeakTable<Runspace, SessionTable<TSession>> s_tables = [];

    private readonly Dictionary<string, TSession> _sessions = new(StringComparer.OrdinalIgnoreCase);

    // Sessions that a variable may still refer to. Replacing such a session must not end it.
    private readonly ConditionalWeakTable<TSession, object> _handedOut = [];

    // The type name PersonioSession yields Connect-Personio.
    private static readonly string s_connect =
        $"Connect-{typeof(TSession).Name.Replace("Session", "", StringComparison.Ordinal)}";

    /// <summary>The sessions of this runspace.</summary>
    public static SessionTable<TSession> InRunspace => s_tables.GetValue(Runspace.DefaultRunspace, ForRunspace);

    /// <summary>The current session; null if none is.</summary>
    public TSession? Current { get; private set; }

    /// <summary>All sessions of this runspace, by name.</summary>
    public IReadOnlyCollection<TSession> All =>
        [.. _sessions.Values.OrderBy(session => session.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Finds a session by name, ignoring case; null if none has it.</summary>
    public TSession? Find(string name) => _sessions.GetValueOrDefault(name);

    /// <summary>The error message for an unknown session name, with the names that exist.</summary>
    public string Unknown(string name)
    {
        string known = string.Join(", ", All.Select(session => $"'{session.Name}'"));
        return known.Length == 0
            ? $"This runspace has no session named '{name}', nor any other. Run {s_connect} -Name '{name}'."
            : $"This runspace has no session named '{name}'. Available: {known}.";
    }

    /// <summary>
    /// Adds a session, makes it current, and replaces a session of the same name. The replaced session ends unless a
    /// variable may still refer to it.
    /// </summary>
    public void Add(TSession session)
    {
        if (_sessions.Remove(session.Name, out TSession? replaced)
            && replaced != session && !_handedOut.TryGetValue(replaced, out _))
        {
            replaced.Dispose();
        }

        _sessions[session.Name] = session;
        Current = session;
    }

    /// <summary>Makes a session current. A session that had been replaced returns to the table.</summary>
    public void Select(TSession session) => Add(session);

    /// <summary>Clears the current session; all sessions stay connected.</summary>
    public void Deselect() => Current = null;

    /// <summary>
    /// Ends a session and removes it. If it was the current one, no session is current afterwards: nobody should end up
    /// in another company without having chosen it.
    /// </summary>
    public void Remove(TSession session)
    {
        if (Find(session.Name) == session)
        {
            _sessions.Remove(session.Name);
        }

        if (Current == session)
        {
            Current = null;
        }

        session.Dispose();
    }

    /// <summary>Ends all sessions of this runspace.</summary>
    public void Clear()
    {
        foreach (TSession session in All)
        {
            Remove(session);
        }
    }

    /// <summary>Records that a session was written to the pipeline.</summary>
    public TSession HandOut(TSession session)
    {
        _handedOut.AddOrUpdate(session, session.Name);
        return session;
    }

    // A runspace that closes without Disconnect-Personio ends the sessions that nothing else can refer to: their
    // tokens, connections, and sandboxes, which would otherwise listen for the lifetime of the process.
    private static SessionTable<TSession> ForRunspace(Runspace runspace)
    {
        var sessions = new SessionTable<TSession>();
        runspace.StateChanged += (_, change) =>
        {
            if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
            {
                sessions.End();
            }
        };
        return sessions;
    }

    private void End()
    {
        foreach (TSession session in _sessions.Values.ToArray())
        {
            if (!_handedOut.TryGetValue(session, out _))
            {
                Remove(session);
            }
        }
    }
}

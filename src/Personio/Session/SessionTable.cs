using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Personio;

/// <summary>
/// The sessions of a runspace with one service, and which of them is the current one. They belong to the runspace, so
/// that two runbooks in one process never share a login.
/// </summary>
/// <typeparam name="TSession">The sessions of the service.</typeparam>
internal sealed class SessionTable<TSession>
    where TSession : class, IServiceSession
{
    private static readonly ConditionalWeakTable<Runspace, SessionTable<TSession>> s_ofRunspace = [];

    private readonly Dictionary<string, TSession> _sessions = new(StringComparer.OrdinalIgnoreCase);

    // Sessions somebody may hold in a variable. Replacing one of them must not end it.
    private readonly ConditionalWeakTable<TSession, object> _handedOut = [];

    // PersonioSession is what Connect-Personio makes.
    private static readonly string s_connect = $"Connect-{typeof(TSession).Name.Replace("Session", "", StringComparison.Ordinal)}";

    /// <summary>The sessions of this runspace.</summary>
    public static SessionTable<TSession> Here => s_ofRunspace.GetValue(Runspace.DefaultRunspace, ForRunspace);

    /// <summary>The current session; null where there is none.</summary>
    public TSession? Current { get; private set; }

    /// <summary>All sessions of this runspace, by name.</summary>
    public IReadOnlyCollection<TSession> All =>
        [.. _sessions.Values.OrderBy(session => session.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Finds a session by its name, in upper or lower case.</summary>
    public TSession? Find(string name) => _sessions.GetValueOrDefault(name);

    /// <summary>What to say of a name that no session has: which names there are.</summary>
    public string Unknown(string name)
    {
        string known = string.Join(", ", All.Select(session => $"'{session.Name}'"));
        return known.Length == 0
            ? $"There is no session '{name}' in this runspace, nor any other. Run {s_connect} -Name '{name}'."
            : $"There is no session '{name}' in this runspace. There is: {known}.";
    }

    /// <summary>
    /// Takes a session in, makes it the current one and replaces another one of the same name, which ends unless somebody
    /// may hold it.
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

    /// <summary>Makes a session the current one. One that was replaced takes its place again.</summary>
    public void Select(TSession session) => Add(session);

    /// <summary>Leaves the runspace without a current session; all sessions stay connected.</summary>
    public void Deselect() => Current = null;

    /// <summary>
    /// Ends a session and forgets it. If it was the current one, there is no current session then: nobody should find
    /// themselves in another company without having said so.
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

    /// <summary>Notes that a session went out on the pipeline.</summary>
    public TSession HandOut(TSession session)
    {
        _handedOut.AddOrUpdate(session, session.Name);
        return session;
    }

    // A runspace that ends without Disconnect-Personio takes along what nobody else can have: tokens, connections and
    // sandboxes, which would listen as long as the process lives.
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

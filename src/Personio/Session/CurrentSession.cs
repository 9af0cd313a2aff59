using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Personio.Client;

namespace Personio;

/// <summary>
/// The sessions of a runspace and which of them is the current one. They belong to the runspace, so that two runbooks
/// in one process never share a login.
/// </summary>
internal sealed class CurrentSession
{
    private static readonly ConditionalWeakTable<Runspace, CurrentSession> s_ofRunspace = [];

    private readonly Dictionary<string, PersonioSession> _sessions = new(StringComparer.OrdinalIgnoreCase);

    // Sessions somebody may hold in a variable. Replacing one of them must not end it.
    private readonly ConditionalWeakTable<PersonioSession, object> _handedOut = [];

    /// <summary>The sessions of this runspace.</summary>
    public static CurrentSession Here => s_ofRunspace.GetValue(Runspace.DefaultRunspace, Of);

    /// <summary>The current session; null where there is none.</summary>
    public PersonioSession? Current { get; private set; }

    /// <summary>All sessions of this runspace, by name.</summary>
    public IReadOnlyCollection<PersonioSession> All =>
        [.. _sessions.Values.OrderBy(session => session.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Finds a session by its name, in upper or lower case.</summary>
    public PersonioSession? Find(string name) => _sessions.GetValueOrDefault(name);

    /// <summary>What to say of a name that no session has: which names there are.</summary>
    public string Unknown(string name)
    {
        string known = string.Join(", ", All.Select(session => $"'{session.Name}'"));
        return known.Length == 0
            ? $"There is no session '{name}' in this runspace, nor any other. Type Connect-Personio -Name '{name}'."
            : $"There is no session '{name}' in this runspace. There is: {known}.";
    }

    /// <summary>Takes a session in, makes it the current one and replaces one of the same name.</summary>
    public void Add(PersonioSession session)
    {
        if (_sessions.Remove(session.Name, out PersonioSession? replaced) && !_handedOut.TryGetValue(replaced, out _))
        {
            replaced.Dispose();
        }

        _sessions[session.Name] = session;
        Current = session;
    }

    /// <summary>Leaves the runspace without a current session; all sessions stay connected.</summary>
    public void Deselect() => Current = null;

    /// <summary>Makes a session the current one.</summary>
    public void Select(PersonioSession session)
    {
        _sessions[session.Name] = session;
        Current = session;
    }

    /// <summary>
    /// Ends a session and forgets it. If it was the current one, there is no current session then: nobody should find
    /// themselves in another company without having said so.
    /// </summary>
    public void Remove(PersonioSession session)
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

    /// <summary>Notes that a session went out on the pipeline.</summary>
    public PersonioSession HandOut(PersonioSession session)
    {
        _handedOut.AddOrUpdate(session, session.Name);
        return session;
    }

    // A runspace that ends without Disconnect-Personio takes along what nobody else can have: tokens, connections and
    // sandboxes, which would listen as long as the process lives.
    private static CurrentSession Of(Runspace runspace)
    {
        var sessions = new CurrentSession();
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
        foreach (PersonioSession session in All.Where(session => !_handedOut.TryGetValue(session, out _)))
        {
            Remove(session);
        }
    }
}

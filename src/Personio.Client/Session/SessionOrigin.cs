namespace Personio.Client;

/// <summary>
/// The session that objects came from, as the objects remember it. Does not keep the session or its caches in memory.
/// </summary>
public sealed class SessionOrigin
{
    private readonly WeakReference<PersonioSession> _session;
    private readonly Uri _baseUri;
    private readonly string _clientId;

    internal SessionOrigin(PersonioSession session)
    {
        _session = new WeakReference<PersonioSession>(session);
        (Name, _baseUri, _clientId) = (session.Name, session.BaseUri, session.ClientId);
    }

    /// <summary>The name of the session.</summary>
    public string Name { get; }

    /// <summary>The session; null once it is disconnected or no longer in memory.</summary>
    public PersonioSession? Session =>
        _session.TryGetTarget(out PersonioSession? session) && session.IsConnected ? session : null;

    /// <summary>Returns the origin of an object; null if it did not come from a session.</summary>
    /// <param name="item">Any object.</param>
    public static SessionOrigin? From(object? item) => (item as IOriginated)?.Origin.Source as SessionOrigin;

    /// <summary>Whether another session belongs to the same company, judging by URL and client id.</summary>
    /// <param name="session">The other session.</param>
    public bool IsSameCompany(PersonioSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.BaseUri == _baseUri && session.ClientId == _clientId;
    }

    internal void Sign(IOriginated item) => item.Origin = new ObjectOrigin(this);
}

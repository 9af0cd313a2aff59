namespace Personio.Rest;

/// <summary>A connection to a service: it has a name by which it is found, and ends when it is disposed.</summary>
public interface IServiceSession : IDisposable
{
    /// <summary>The name, by which it is found.</summary>
    string Name { get; }

    /// <summary>Whether the session can be used; false after it was disconnected.</summary>
    bool IsConnected { get; }
}

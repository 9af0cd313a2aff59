namespace Personio.Rest;

/// <summary>A named connection to a service. Disposing of it ends the session.</summary>
public interface IServiceSession : IDisposable
{
    /// <summary>The name that identifies the session.</summary>
    string Name { get; }

    /// <summary>Whether the session can be used; false after it was disconnected.</summary>
    bool IsConnected { get; }
}

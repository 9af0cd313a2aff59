namespace Personio.Client;

/// <summary>How a client uses the lists and names that a session caches.</summary>
public enum CachePolicy
{
    /// <summary>Uses cached data and reads what is missing. The default.</summary>
    Kept,

    /// <summary>Reads data again if it was cached before this client was created.</summary>
    Fresh,

    /// <summary>
    /// Uses cached data, including cached access errors. Reads that this client starts continue even if nobody waits
    /// for them anymore. Used by tab completion.
    /// </summary>
    Background,
}

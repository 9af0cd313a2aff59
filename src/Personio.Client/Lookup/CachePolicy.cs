namespace Personio.Client;

/// <summary>How a client takes the lists and names that a session keeps.</summary>
public enum CachePolicy
{
    /// <summary>As they are kept; what is not there is read. The usual way.</summary>
    Kept,

    /// <summary>Read anew where they are from before this client.</summary>
    Fresh,

    /// <summary>
    /// As they are kept, and what this client begins to read goes on when nobody waits for it; a refusal is kept as
    /// well. Used by tab completion.
    /// </summary>
    Background,
}

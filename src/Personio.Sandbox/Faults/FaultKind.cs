namespace Personio.Sandbox;

/// <summary>The kind of failure.</summary>
public enum FaultKind
{
    /// <summary>An error status with a problem body.</summary>
    Status,

    /// <summary>The connection is reset before any byte of the response.</summary>
    ResetBeforeResponse,

    /// <summary>The connection is reset in the middle of the body.</summary>
    ResetInBody,

    /// <summary>The body stops in the middle, and the connection stays open.</summary>
    StallBody,

    /// <summary>The body ends in the middle, and the connection is closed gracefully.</summary>
    TruncateBody,

    /// <summary>A web page instead of JSON, as proxies return it.</summary>
    HtmlError,

    /// <summary>A redirect; the target is the fault's body or its Location header.</summary>
    RedirectTo,

    /// <summary>The next link of a list points to another origin: the one in the fault's body.</summary>
    WrongNextLink,

    /// <summary>The fault's body, status and content type exactly as given.</summary>
    RawBody,

    /// <summary>All tokens issued so far expire as the request arrives, which is then rejected with 401.</summary>
    ExpireToken,
}

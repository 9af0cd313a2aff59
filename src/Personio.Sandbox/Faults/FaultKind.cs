namespace Personio.Sandbox;

/// <summary>What goes wrong.</summary>
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

    /// <summary>The body ends in the middle, and the connection is closed in good order.</summary>
    TruncateBody,

    /// <summary>A web page instead of JSON, as proxies send it.</summary>
    HtmlError,

    /// <summary>A redirect; the target is the fault's body or its Location header.</summary>
    RedirectTo,

    /// <summary>The next link of a list leads to another origin: the one in the fault's body.</summary>
    WrongNextLink,

    /// <summary>The fault's body, status and content type exactly as given.</summary>
    RawBody,

    /// <summary>The tokens given out so far end as the request arrives, which is then refused with 401.</summary>
    ExpireToken,
}

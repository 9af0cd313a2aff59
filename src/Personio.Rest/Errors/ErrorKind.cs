namespace Personio.Rest;

/// <summary>What went wrong, in the words of the error ids that users see.</summary>
public enum ErrorKind
{
    /// <summary>The answer is not what the API promises: HTML, other JSON, a link that leads elsewhere.</summary>
    UnexpectedResponse,

    /// <summary>There is no session, or it was disconnected.</summary>
    NotConnected,

    /// <summary>The service did not accept client id and secret.</summary>
    AuthenticationFailed,

    /// <summary>The credential lacks a right, or the endpoint is not offered to this company.</summary>
    AccessDenied,

    /// <summary>There is nothing under this id.</summary>
    NotFound,

    /// <summary>The request is wrong: found here before it was sent, or by the service.</summary>
    InvalidRequest,

    /// <summary>The request contradicts what is there, for example an overlapping absence.</summary>
    Conflict,

    /// <summary>The service still refused for its rate limit after all tries.</summary>
    RateLimited,

    /// <summary>The service had an inner error or was not there, after all tries.</summary>
    ServiceUnavailable,

    /// <summary>No connection, or it broke, after all tries.</summary>
    ConnectionFailed,

    /// <summary>No answer within the time limit, after all tries.</summary>
    TimedOut,
}

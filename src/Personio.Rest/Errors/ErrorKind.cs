namespace Personio.Rest;

/// <summary>What went wrong. The names are the error IDs that users see.</summary>
public enum ErrorKind
{
    /// <summary>The answer is not what the API promises: HTML, unexpected JSON, a link to another address.</summary>
    UnexpectedResponse,

    /// <summary>No session exists, or it was disconnected.</summary>
    NotConnected,

    /// <summary>The service rejected the client ID or secret.</summary>
    AuthenticationFailed,

    /// <summary>The credential lacks a permission, or the endpoint is not available to this company.</summary>
    AccessDenied,

    /// <summary>Nothing exists under this ID.</summary>
    NotFound,

    /// <summary>The request is wrong, detected either here before it was sent or by the service.</summary>
    InvalidRequest,

    /// <summary>The request conflicts with existing data, for example an overlapping absence.</summary>
    Conflict,

    /// <summary>The service still refused because of its rate limit after all tries.</summary>
    RateLimited,

    /// <summary>The service had an internal error or was unavailable after all tries.</summary>
    ServiceUnavailable,

    /// <summary>No connection, or a broken one, after all tries.</summary>
    ConnectionFailed,

    /// <summary>No answer within the time limit, after all tries.</summary>
    TimedOut,
}

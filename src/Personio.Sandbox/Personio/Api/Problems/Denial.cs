namespace Personio.Sandbox.Api;

/// <summary>How an endpoint rejects a token that lacks the scope.</summary>
internal enum Denial
{
    Forbidden,
    Unauthorized,
    BadRequest,
}

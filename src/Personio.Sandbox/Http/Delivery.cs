namespace Personio.Sandbox.Http;

/// <summary>How much of an answer reaches the client.</summary>
internal enum Delivery
{
    Whole,
    ResetBeforeResponse,
    ResetInBody,
    StallBody,
    TruncateBody,
}

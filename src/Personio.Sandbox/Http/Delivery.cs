namespace Personio.Sandbox.Http;

/// <summary>How much of a response reaches the client.</summary>
internal enum Delivery
{
    Whole,
    ResetBeforeResponse,
    ResetInBody,
    StallBody,
    TruncateBody,
}

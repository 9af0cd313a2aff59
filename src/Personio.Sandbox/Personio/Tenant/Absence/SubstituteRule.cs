namespace Personio.Sandbox.Tenant;

/// <summary>Whether an absence type requires a substitute.</summary>
internal enum SubstituteRule
{
    Optional,
    Required,
    Forbidden,
}

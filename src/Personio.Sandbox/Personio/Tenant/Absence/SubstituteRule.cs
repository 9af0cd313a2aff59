namespace Personio.Sandbox.Tenant;

/// <summary>What a type of absence says about substitutes.</summary>
internal enum SubstituteRule
{
    Optional,
    Required,
    Forbidden,
}

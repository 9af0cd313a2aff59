namespace Personio.Sandbox;

/// <summary>A write that was really carried out.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The decoded path of the request.</param>
/// <param name="Id">The id of what was made, changed or removed.</param>
public sealed record LedgerEntry(string Method, string Path, string Id);

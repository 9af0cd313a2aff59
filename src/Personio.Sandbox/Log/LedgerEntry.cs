namespace Personio.Sandbox;

/// <summary>A write that was carried out.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The decoded path of the request.</param>
/// <param name="Id">The ID of the created, changed, or removed object.</param>
public sealed record LedgerEntry(string Method, string Path, string Id);

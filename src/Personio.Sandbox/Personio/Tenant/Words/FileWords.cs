namespace Personio.Sandbox.Tenant;

/// <summary>A file in words.</summary>
internal sealed record FileWords(string Name, string ContentType, int Category = 0);

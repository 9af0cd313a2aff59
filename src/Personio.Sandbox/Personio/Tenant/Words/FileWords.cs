namespace Personio.Sandbox.Tenant;

/// <summary>The name, content type, and category of a file.</summary>
internal sealed record FileWords(string Name, string ContentType, int Category = 0);

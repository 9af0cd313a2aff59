namespace Personio.Sandbox.Tenant;

/// <summary>An org unit in words: its name, its abbreviation and the place of its parent in the list, -1 for none.</summary>
internal sealed record UnitWords(string Name, string? Abbreviation = null, int Parent = -1);

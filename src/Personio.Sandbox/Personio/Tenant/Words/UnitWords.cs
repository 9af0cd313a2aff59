namespace Personio.Sandbox.Tenant;

/// <summary>
/// The texts of an org unit: its name, its abbreviation, and the position of its parent in the list, -1 for none.
/// </summary>
internal sealed record UnitWords(string Name, string? Abbreviation = null, int Parent = -1);

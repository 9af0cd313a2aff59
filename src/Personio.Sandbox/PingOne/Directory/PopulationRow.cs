namespace Personio.Sandbox.PingOne.Directory;

/// <summary>A population; every user belongs to exactly one.</summary>
internal sealed record PopulationRow(
    string Id, string Name, string Description, bool IsDefault, DateTimeOffset CreatedAt);

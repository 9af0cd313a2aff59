namespace Personio.Sandbox.Tenant;

/// <summary>What somebody works as.</summary>
internal sealed record Position(string? Title);

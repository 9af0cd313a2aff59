namespace Personio.Sandbox.Tenant;

/// <summary>The position of an employment.</summary>
internal sealed record Position(string? Title);

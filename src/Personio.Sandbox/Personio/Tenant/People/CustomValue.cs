namespace Personio.Sandbox.Tenant;

/// <summary>One custom attribute of one person.</summary>
internal sealed record CustomValue(string Id, string Type, string GlobalId, string? Label, object? Value);

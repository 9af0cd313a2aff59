namespace Personio.Sandbox.Tenant;

/// <summary>How an employment ended or will end.</summary>
internal sealed record Termination(DateOnly Date, DateOnly LastWorkingDate, DateOnly At, string Type, string? Reason);

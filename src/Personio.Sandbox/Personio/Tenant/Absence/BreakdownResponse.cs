namespace Personio.Sandbox.Tenant;

/// <summary>What one day of an absence costs, as the API sends it.</summary>
internal sealed record BreakdownResponse(string Date, Duration EffectiveDuration);

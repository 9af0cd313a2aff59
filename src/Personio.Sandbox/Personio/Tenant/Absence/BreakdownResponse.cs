namespace Personio.Sandbox.Tenant;

/// <summary>The amount that one day of an absence uses, as the API returns it.</summary>
internal sealed record BreakdownResponse(string Date, Duration EffectiveDuration);

namespace Personio.Sandbox.Tenant;

/// <summary>An absence type, with the policy that the API applies but does not expose.</summary>
internal sealed class AbsenceTypeRow : Row
{
    public required string Name { get; init; }

    public string? Category { get; init; }

    public string Unit => IsHourly ? "HOUR" : "DAY";

    /// <summary>Whether the amount is measured in hours instead of days.</summary>
    internal bool IsHourly { get; init; }

    internal SubstituteRule Substitute { get; init; }

    internal bool NeedsApproval { get; init; } = true;

    /// <summary>The number of the type in v1.</summary>
    internal int Number { get; init; }
}

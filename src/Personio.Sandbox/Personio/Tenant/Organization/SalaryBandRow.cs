namespace Personio.Sandbox.Tenant;

/// <summary>The pay range of a job.</summary>
internal sealed class SalaryBandRow : Row
{
    public required string Name { get; init; }

    public required string Currency { get; init; }

    public string Interval { get; } = "YEARLY";

    public decimal Minimum { get; init; }

    public decimal Midpoint => (Minimum + Maximum) / 2;

    public decimal Maximum { get; init; }
}

namespace Personio.Sandbox.Tenant;

/// <summary>A compensation type.</summary>
internal sealed class CompensationTypeRow : Row
{
    public const string Fixed = "FIXED_SALARY";
    public const string Hourly = "HOURLY_SALARY";
    public const string Recurring = "RECURRING";
    public const string OneTime = "ONE_TIME";

    public required string Name { get; init; }

    public required string Category { get; init; }

    /// <summary>A person has one base salary at a time; a new one ends the previous one.</summary>
    internal bool IsBase => Category is Fixed or Hourly;
}

namespace Personio.Lifecycle;

/// <summary>One employment of a person, according to HR. Days have no time zone.</summary>
public sealed record EmploymentRow
{
    /// <summary>ACTIVE, ONBOARDING, LEAVE or INACTIVE. Nothing is derived from any other text.</summary>
    public string? Status { get; init; }

    /// <summary>INTERNAL or EXTERNAL; null if HR does not say.</summary>
    public string? Type { get; init; }

    /// <summary>The first day; null if HR does not say.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day as computed by the source; used only if none of the individual days is known.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The day a termination takes effect.</summary>
    public DateOnly? TerminationDate { get; init; }

    /// <summary>The day the employment ends.</summary>
    public DateOnly? EmploymentEndDate { get; init; }

    /// <summary>The last day at work, which may be before the end (garden leave).</summary>
    public DateOnly? LastWorkingDay { get; init; }

    /// <summary>The end of a fixed-term contract. It is not a last day: such contracts are often renewed.</summary>
    public DateOnly? ContractEndDate { get; init; }
}

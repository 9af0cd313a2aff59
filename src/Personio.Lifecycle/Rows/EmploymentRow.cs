namespace Personio.Lifecycle;

/// <summary>One employment of a person, as HR tells it. Days have no time zone.</summary>
public sealed record EmploymentRow
{
    /// <summary>ACTIVE, ONBOARDING, LEAVE or INACTIVE; any other text is not understood, and nothing is derived from
    /// it.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>INTERNAL or EXTERNAL; null where HR does not say.</summary>
    public string? Type { get; init; }

    /// <summary>The first day; null where HR does not say.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day as the source computed it; used only where none of the single days is known.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The day a termination takes effect.</summary>
    public DateOnly? TerminationDate { get; init; }

    /// <summary>The day the employment ends.</summary>
    public DateOnly? EmploymentEndDate { get; init; }

    /// <summary>The last day at work, which may lie before the end (garden leave).</summary>
    public DateOnly? LastWorkingDay { get; init; }

    /// <summary>The end of a limited contract. It is not a last day: limited contracts are often renewed.</summary>
    public DateOnly? ContractEndDate { get; init; }
}

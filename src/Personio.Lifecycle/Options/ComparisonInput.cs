namespace Personio.Lifecycle;

/// <summary>What a comparison compares: both sides, read completely, and what is remembered of earlier runs.</summary>
public sealed record ComparisonInput
{
    /// <summary>All persons of HR, also those who left.</summary>
    public required IReadOnlyList<PersonRow> Persons { get; init; }

    /// <summary>All accounts of the directory.</summary>
    public required IReadOnlyList<AccountRow> Accounts { get; init; }

    /// <summary>When the plan is made.</summary>
    public required PlanMoment Moment { get; init; }

    /// <summary>What the log remembers; null without a log.</summary>
    public LogMemory? Memory { get; init; }

    /// <summary>The id of the plan; by default a new one.</summary>
    public string PlanId { get; init; } = Guid.NewGuid().ToString("D");

    /// <summary>How many accounts the directory says it has; null where it does not say.</summary>
    public int? ReportedAccounts { get; init; }

    /// <summary>The sum of what its populations say; null where it does not say.</summary>
    public long? PopulationAccounts { get; init; }

    /// <summary>Whether the rows of persons have columns for the last day at all.</summary>
    public bool HasLastDayColumns { get; init; } = true;
}

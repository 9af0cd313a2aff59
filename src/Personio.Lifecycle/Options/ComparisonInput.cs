namespace Personio.Lifecycle;

/// <summary>The input of a comparison: both sides, read completely, and the memory of earlier runs.</summary>
public sealed record ComparisonInput
{
    /// <summary>All persons in HR, including those who left.</summary>
    public required IReadOnlyList<PersonRow> Persons { get; init; }

    /// <summary>All accounts in the directory.</summary>
    public required IReadOnlyList<AccountRow> Accounts { get; init; }

    /// <summary>When the plan is made.</summary>
    public required PlanMoment Moment { get; init; }

    /// <summary>The memory read from the log; null without a log.</summary>
    public LogMemory? Memory { get; init; }

    /// <summary>The ID of the plan; by default a new one.</summary>
    public string PlanId { get; init; } = Guid.NewGuid().ToString("D");

    /// <summary>The number of accounts that the directory reports; null if it does not.</summary>
    public int? ReportedAccounts { get; init; }

    /// <summary>The sum of the accounts that its populations report; null if they do not.</summary>
    public long? PopulationAccounts { get; init; }

    /// <summary>Whether the person rows have columns for the last day.</summary>
    public bool HasLastDayColumns { get; init; } = true;
}

namespace Personio.Lifecycle;

/// <summary>One line of the log. It contains no secrets and no unchanged attributes.</summary>
public sealed record LogEntry
{
    /// <summary>When the entry was written, in UTC.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What the entry records.</summary>
    public LogEvent Event { get; init; }

    /// <summary>The ID of the run that wrote it; null for a comparison.</summary>
    public string? RunId { get; init; }

    /// <summary>The ID of the plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>The ID of the person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The ID of the account; null before a new account has one.</summary>
    public string? AccountId { get; init; }

    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>The action.</summary>
    public PlanAction Action { get; init; }

    /// <summary>The kind of the row.</summary>
    public PlanKind? Kind { get; init; }

    /// <summary>The finding of the row; null if there is none.</summary>
    public string? Finding { get; init; }

    /// <summary>The limit that the write counts toward.</summary>
    public LimitKind LimitKind { get; init; }

    /// <summary>The changed attributes, with old and new values, as JSON.</summary>
    public string? Changes { get; init; }

    /// <summary>How the row ended; null in the entry before the write.</summary>
    public RowStatus? Result { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>The stable name of the error.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The ID that the directory's support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The user who ran it.</summary>
    public string? Who { get; init; }

    /// <summary>The machine it ran on.</summary>
    public string? Host { get; init; }

    /// <summary>The number of persons in a comparison.</summary>
    public int? Persons { get; init; }

    /// <summary>The number of accounts in a comparison.</summary>
    public int? Accounts { get; init; }

    /// <summary>The number of linked accounts in a comparison.</summary>
    public int? Linked { get; init; }

    // Identifies the write: the same in the entries before and after it.
    internal string RowKey => PlanRow.KeyOf(Action, AccountId, PersonId);
}

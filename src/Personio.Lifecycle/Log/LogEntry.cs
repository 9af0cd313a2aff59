namespace Personio.Lifecycle;

/// <summary>One line of the log. It holds no secret, and no attribute that was not changed.</summary>
public sealed record LogEntry
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What it tells.</summary>
    public LogEvent Event { get; init; }

    /// <summary>The application that wrote it; null for a comparison.</summary>
    public string? RunId { get; init; }

    /// <summary>The plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>The person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The account; null before a new one has an id.</summary>
    public string? AccountId { get; init; }

    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>The action.</summary>
    public PlanAction Action { get; init; }

    /// <summary>The kind of the row.</summary>
    public PlanKind? Kind { get; init; }

    /// <summary>The finding of the row; null where there is none.</summary>
    public string? Finding { get; init; }

    /// <summary>The limit the write counts for.</summary>
    public LimitKind LimitKind { get; init; }

    /// <summary>The changed attributes, old and new, as JSON.</summary>
    public string? Changes { get; init; }

    /// <summary>What became of it; null in the line before.</summary>
    public RowStatus? Result { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>The stable name of the error.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The id the directory's support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Who ran it.</summary>
    public string? Who { get; init; }

    /// <summary>Where it ran.</summary>
    public string? Host { get; init; }

    /// <summary>The persons of a comparison.</summary>
    public int? Persons { get; init; }

    /// <summary>The accounts of a comparison.</summary>
    public int? Accounts { get; init; }

    /// <summary>The linked accounts of a comparison.</summary>
    public int? Linked { get; init; }

    // What the write was about: the same for the line before and the line after.
    internal string RowKey => PlanRow.KeyOf(Action, AccountId, PersonId);
}

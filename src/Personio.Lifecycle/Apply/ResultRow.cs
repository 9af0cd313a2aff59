namespace Personio.Lifecycle;

/// <summary>The result of one row of a plan.</summary>
public sealed record ResultRow
{
    /// <summary>The ID of the run.</summary>
    public string? RunId { get; init; }

    /// <summary>The ID of the plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>Why the row is in the plan.</summary>
    public PlanKind Kind { get; init; }

    /// <summary>What the row does.</summary>
    public PlanAction Action { get; init; }

    /// <summary>The ID of the person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The ID of the account, including a newly created one.</summary>
    public string? AccountId { get; init; }

    /// <summary>The user name that was finally used.</summary>
    public string? UserName { get; init; }

    /// <summary>The name shown to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>How the row ended.</summary>
    public RowStatus Status { get; init; }

    /// <summary>Why the row was not done; null if it was.</summary>
    public string? Error { get; init; }

    /// <summary>The stable name of the error.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The ID that the directory's support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When the row finished, in UTC.</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>The changed attributes, with old and new values, as JSON.</summary>
    public string? Changes { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Action} {DisplayName}: {Status}{(Error is null ? "" : $", {Error}")}";

    internal static ResultRow From(PlanRow row, RowStatus status, string? error = null, string? errorId = null) => new()
    {
        PlanId = row.PlanId,
        Kind = row.Kind,
        Action = row.Action,
        PersonId = row.PersonId,
        AccountId = row.AccountId,
        UserName = row.UserName,
        DisplayName = row.DisplayName,
        Changes = row.Changes,
        Status = status,
        Error = error,
        ErrorId = error is null ? null : errorId ?? status.ToString(),
    };
}

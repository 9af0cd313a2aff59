namespace Personio.Lifecycle;

/// <summary>What became of a row of a plan.</summary>
public sealed record ResultRow
{
    /// <summary>The application.</summary>
    public string? RunId { get; init; }

    /// <summary>The plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>Why the row was there.</summary>
    public PlanKind Kind { get; init; }

    /// <summary>What it does.</summary>
    public PlanAction Action { get; init; }

    /// <summary>The person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The account; that of a new one, too.</summary>
    public string? AccountId { get; init; }

    /// <summary>The user name that was taken in the end.</summary>
    public string? UserName { get; init; }

    /// <summary>The name shown to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What became of it.</summary>
    public RowStatus Status { get; init; }

    /// <summary>Why it is not done; null where it is.</summary>
    public string? Error { get; init; }

    /// <summary>The stable name of the error.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The id the directory's support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>The changed attributes, old and new, as JSON.</summary>
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

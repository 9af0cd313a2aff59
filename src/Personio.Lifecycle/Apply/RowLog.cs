namespace Personio.Lifecycle;

/// <summary>Writes the two log entries of a write: one before and one after.</summary>
internal sealed class RowLog(PlanLogWriter? log, string runId)
{
    public void WriteBefore(PlanRow row, IReadOnlyList<AttributeChange> changes) =>
        log?.Write(CreateEntry(row, changes) with
    {
        Event = LogEvent.Before,
    });

    public void WriteAfter(PlanRow row, IReadOnlyList<AttributeChange> changes, ResultRow result) =>
        log?.Write(CreateEntry(row, changes) with
    {
        Event = LogEvent.After,
        AccountId = result.AccountId,
        UserName = result.UserName,
        Result = result.Status,
        Error = result.Error,
        ErrorId = result.ErrorId,
        CorrelationId = result.CorrelationId,
    });

    private LogEntry CreateEntry(PlanRow row, IReadOnlyList<AttributeChange> changes) => new()
    {
        RunId = runId,
        PlanId = row.PlanId,
        PersonId = row.PersonId,
        AccountId = row.AccountId,
        UserName = row.UserName,
        Action = row.Action,
        Kind = row.Kind,
        Finding = row.Finding,
        LimitKind = row.LimitKind,
        Changes = ChangeText.Write(changes),
    };
}

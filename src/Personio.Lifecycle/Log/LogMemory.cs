namespace Personio.Lifecycle;

/// <summary>
/// What the log remembers. Only answered writes count as done; if an answer is missing, the rules err on the side of
/// caution.
/// </summary>
public sealed class LogMemory
{
    private static readonly AccountHistory s_empty = new();
    private readonly Dictionary<string, AccountHistory> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _created = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _userNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, LimitKind>> _written = new(StringComparer.Ordinal);
    private readonly HashSet<(string? PlanId, string Key)> _open = [];

    /// <summary>Reads the memory from the entries of a log, oldest first.</summary>
    public LogMemory(IEnumerable<LogEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (LogEntry entry in entries)
        {
            Read(entry);
        }
    }

    /// <summary>The number of persons in the last comparison; null if there was none.</summary>
    public int? LastPersons { get; private set; }

    /// <summary>The number of linked accounts in the last comparison; null if there was none.</summary>
    public int? LastLinked { get; private set; }

    /// <summary>The user names that were assigned, and the person each belongs to: nobody else gets them.</summary>
    internal IReadOnlyDictionary<string, string> UserNames => _userNames;

    /// <summary>The ID of the account created for a person; null if none was.</summary>
    internal string? CreatedFor(string? personId) => personId is null ? null : _created.GetValueOrDefault(personId);

    /// <summary>Returns what was done to an account.</summary>
    internal AccountHistory HistoryOf(string? accountId) =>
        accountId is null ? s_empty : _accounts.GetValueOrDefault(accountId, s_empty);

    /// <summary>The rows of a plan that were written, or may have been, and count toward a limit.</summary>
    internal IEnumerable<string> WrittenRows(string? planId, LimitKind kind) =>
        planId is not null && _written.TryGetValue(planId, out Dictionary<string, LimitKind>? rows)
            ? rows.Where(row => row.Value == kind).Select(row => row.Key)
            : [];

    /// <summary>Whether a write was started and its end is not in the log.</summary>
    internal bool IsOpen(string? planId, string key) => _open.Contains((planId, key));

    /// <summary>Whether a write of any plan was started and its end is not in the log.</summary>
    internal bool MayExist(string key) => _open.Any(write => write.Key == key);

    private void Read(LogEntry entry)
    {
        switch (entry.Event)
        {
            case LogEvent.Compare:
                LastPersons = entry.Persons ?? LastPersons;
                LastLinked = entry.Linked ?? LastLinked;
                break;
            case LogEvent.Before:
                _open.Add((entry.PlanId, entry.RowKey));
                Count(entry);
                break;
            default:
                Close(entry);
                After(entry);
                break;
        }
    }

    // An account that was created but could not be disabled is unfinished. It has the error of that request.
    private void Close(LogEntry entry)
    {
        if (entry.Result != RowStatus.Unknown
            && entry is not { Action: PlanAction.Create, Result: RowStatus.NotKept,
                ErrorId: not (null or nameof(RowStatus.NotKept)) })
        {
            _open.Remove((entry.PlanId, entry.RowKey));
        }

        // An account that was enabled since must not be disabled again by completing its creation.
        if (entry is { Action: PlanAction.Enable, Result: RowStatus.Done or RowStatus.AlreadyDone })
        {
            string created = PlanRow.KeyOf(PlanAction.Create, null, entry.PersonId);
            _open.RemoveWhere(write => write.Key == created);
        }
    }

    private void After(LogEntry entry)
    {
        if (entry.Result is RowStatus.Failed or RowStatus.Stale or RowStatus.Skipped)
        {
            RemoveCount(entry);
            return;
        }

        Count(entry);
        if (entry is { UserName: { } name, PersonId: { } person })
        {
            _userNames[name] = person;
        }

        if (entry is { AccountId: { Length: > 0 } account,
            Result: RowStatus.Done or RowStatus.AlreadyDone or RowStatus.NotKept })
        {
            Remember(entry, account);
        }
    }

    private void Remember(LogEntry entry, string account)
    {
        switch (entry.Action)
        {
            case PlanAction.Create:
                if (entry.PersonId is { } person)
                {
                    _created[person] = account;
                }

                _accounts[account] = new AccountHistory
                {
                    AwaitsFirstDay = !IsCreatedEnabled(entry), Since = SinceOf(entry),
                };
                break;
            case PlanAction.Enable:
                _accounts[account] = s_empty;
                break;
            case PlanAction.Disable when entry.Result != RowStatus.NotKept:
                _accounts[account] = new AccountHistory
                {
                    WasDisabledHere = true,
                    WasImmediate = entry.Finding == FindingNames.Immediate,
                    Since = SinceOf(entry),
                };
                break;
            default:
                break;
        }
    }

    private static DateTimeOffset? SinceOf(LogEntry entry) => entry.Time == default ? null : entry.Time;

    // If the changes cannot be read, the account counts as enabled, so enabling it needs approval.
    private static bool IsCreatedEnabled(LogEntry entry)
    {
        try
        {
            return ChangeText.Read(entry.Changes).Any(change =>
                change.Name.EndsWith("enabled", StringComparison.OrdinalIgnoreCase) && change.New is "true");
        }
        catch (LifecycleException)
        {
            return true;
        }
    }

    private void Count(LogEntry entry)
    {
        if (entry.PlanId is not null && entry.LimitKind != LimitKind.None)
        {
            if (!_written.TryGetValue(entry.PlanId, out Dictionary<string, LimitKind>? rows))
            {
                _written[entry.PlanId] = rows = new(StringComparer.Ordinal);
            }

            rows[entry.RowKey] = entry.LimitKind;
        }
    }

    private void RemoveCount(LogEntry entry)
    {
        if (entry.PlanId is not null && _written.TryGetValue(entry.PlanId, out Dictionary<string, LimitKind>? rows))
        {
            rows.Remove(entry.RowKey);
        }
    }
}

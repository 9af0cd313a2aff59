namespace Personio.Lifecycle;

/// <summary>A plan: what a comparison found, and what would be done about it. Creating it writes nothing.</summary>
public sealed class Plan
{
    private readonly PlanLimits _limits;
    private readonly LogEntry _entry;

    internal Plan(
        string planId, PlanMoment moment, int accountsInBase, IEnumerable<PlanRow> rows, IReadOnlyList<string> warnings,
        PlanLimits limits, LogEntry entry)
    {
        PlanId = planId;
        Moment = moment;
        Base = accountsInBase;
        Warnings = warnings;
        _limits = limits;
        _entry = entry;
        List<PlanRow> ordered = [.. rows.Select((row, i) => (Row: row, At: i))
            .OrderBy(pair => pair.Row.Action == PlanAction.None ? int.MaxValue : (int)pair.Row.Action)
                .ThenBy(pair => pair.At)
            .Select(pair => pair.Row with { Base = accountsInBase })];
        Usage = LimitUsage.Measure(ordered, _ => 0, (kind, _) => limits.For(kind).AllowedFor(accountsInBase));
        Dictionary<LimitKind, LimitUsage> usage = Usage.ToDictionary(limit => limit.Kind);
        Rows =
        [
            .. ordered.Select(row => RowCheck.Seal(usage.TryGetValue(row.LimitKind, out LimitUsage? limit)
                ? row with { Allowed = limit.Allowed, OverLimit = limit.IsOver }
                : row)),
        ];
    }

    /// <summary>The ID of the plan.</summary>
    public string PlanId { get; }

    /// <summary>When the plan was made, and for which day.</summary>
    public PlanMoment Moment { get; }

    /// <summary>The number of linked, enabled accounts in scope.</summary>
    public int Base { get; }

    /// <summary>The rows in the order in which they would be applied; findings come last.</summary>
    public IReadOnlyList<PlanRow> Rows { get; }

    /// <summary>Warnings about the whole: unreadable columns, missing options, exceeded limits.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>How much of each limit is used.</summary>
    public IReadOnlyList<LimitUsage> Usage { get; }

    /// <summary>Whether a limit is exceeded: the plan can be read but will not be applied.</summary>
    public bool IsOverLimit => Usage.Any(limit => limit.IsOver);

    /// <summary>Whether there is nothing to do. Findings may remain.</summary>
    public bool IsEmpty => Rows.All(row => row.Action == PlanAction.None);

    /// <summary>
    /// The accounts that would be written. If possible, the caller asks the directory which of them hold admin roles.
    /// </summary>
    /// <param name="sensitiveOnly">True to omit accounts whose only changes count toward MaxUpdate, except
    /// relinks.</param>
    public IReadOnlyList<string> WrittenAccounts(bool sensitiveOnly = false) =>
    [
        .. Rows.Where(row => row.Action != PlanAction.None
            && !(sensitiveOnly && row.LimitKind == LimitKind.MaxUpdate && row.Action != PlanAction.Relink))
            .Select(row => row.AccountId).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Returns the plan without writes to these accounts; each becomes a finding.</summary>
    /// <param name="accountIds">The IDs of the accounts.</param>
    /// <param name="why">The reason, for example "it holds an admin role".</param>
    public Plan WithProtected(IEnumerable<string> accountIds, string why)
    {
        var spared = new HashSet<string>(accountIds, StringComparer.Ordinal);
        ILookup<string, PlanRow> writes = Rows.Where(row => row.Action != PlanAction.None
            && spared.Contains(row.AccountId ?? ""))
            .ToLookup(row => row.AccountId!, StringComparer.Ordinal);
        IEnumerable<PlanRow> rows = Rows.Where(row => row.Action == PlanAction.None
            || !spared.Contains(row.AccountId ?? ""))
            .Concat(writes.Select(group => PersonPlanner.ToFinding(
                group.First(), group.First().UserName ?? group.Key, why, group)))
            .Select(row => row with { Allowed = 0, OverLimit = false });
        return new Plan(PlanId, Moment, Base, rows, Warnings, _limits, _entry);
    }

    /// <summary>The log entry of the comparison, which tells the next one how many persons there were.</summary>
    public LogEntry ToLogEntry() => _entry;
}

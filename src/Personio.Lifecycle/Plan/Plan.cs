namespace Personio.Lifecycle;

/// <summary>A plan: what a comparison found, and what would be done about it. Nothing is written by making
/// it.</summary>
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
        Usage = LimitUsage.Measure(ordered, _ => 0, (kind, _) => limits.For(kind).Allowed(accountsInBase));
        Dictionary<LimitKind, LimitUsage> usage = Usage.ToDictionary(limit => limit.Kind);
        Rows =
        [
            .. ordered.Select(row => RowCheck.Sealed(usage.TryGetValue(row.LimitKind, out LimitUsage? limit)
                ? row with { Allowed = limit.Allowed, OverLimit = limit.IsOver }
                : row)),
        ];
    }

    /// <summary>The id.</summary>
    public string PlanId { get; }

    /// <summary>When it was made, and for which day.</summary>
    public PlanMoment Moment { get; }

    /// <summary>The linked, enabled accounts in scope.</summary>
    public int Base { get; }

    /// <summary>The rows, in the order in which they would be applied; findings last.</summary>
    public IReadOnlyList<PlanRow> Rows { get; }

    /// <summary>What to know about the whole: unreadable columns, missing options, exceeded limits.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>How much of each limit is used.</summary>
    public IReadOnlyList<LimitUsage> Usage { get; }

    /// <summary>Whether a limit is exceeded: the plan can be read, and will not be applied.</summary>
    public bool IsOverLimit => Usage.Any(limit => limit.IsOver);

    /// <summary>Whether there is nothing to do. Findings may be left.</summary>
    public bool IsEmpty => Rows.All(row => row.Action == PlanAction.None);

    /// <summary>The accounts that would be written: whoever can, asks the directory which of them hold admin
    /// roles.</summary>
    /// <param name="sensitiveOnly">Leaves out accounts that only get other changes than e-mail address and
    /// name.</param>
    public IReadOnlyList<string> WrittenAccounts(bool sensitiveOnly = false) =>
    [
        .. Rows.Where(row => row.Action != PlanAction.None
            && !(sensitiveOnly && row.LimitKind == LimitKind.MaxUpdate && row.Action != PlanAction.Relink))
            .Select(row => row.AccountId).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The plan without writes to these accounts: each becomes a finding.</summary>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="why">Why, for example "it holds an admin role".</param>
    public Plan WithProtected(IEnumerable<string> accountIds, string why)
    {
        var spared = new HashSet<string>(accountIds, StringComparer.Ordinal);
        ILookup<string, PlanRow> writes = Rows.Where(row => row.Action != PlanAction.None
            && spared.Contains(row.AccountId ?? ""))
            .ToLookup(row => row.AccountId!, StringComparer.Ordinal);
        IEnumerable<PlanRow> rows = Rows.Where(row => row.Action == PlanAction.None
            || !spared.Contains(row.AccountId ?? ""))
            .Concat(writes.Select(group => PersonPlanner.Spared(group.First(), group.First().UserName ?? group.Key, why,
                group)))
            .Select(row => row with { Allowed = 0, OverLimit = false });
        return new Plan(PlanId, Moment, Base, rows, Warnings, _limits, _entry);
    }

    /// <summary>The line that a comparison writes to the log, so that the next one knows how many persons there
    /// were.</summary>
    public LogEntry ToLogEntry() => _entry;
}

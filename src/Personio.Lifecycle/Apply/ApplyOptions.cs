namespace Personio.Lifecycle;

/// <summary>How a plan is applied.</summary>
public sealed record ApplyOptions
{
    /// <summary>
    /// The mapping the plan was made with. It names the attributes for the key, the user name and the enabled state.
    /// </summary>
    public AttributeMap Map { get; init; } = MapPresets.PingOne;

    /// <summary>Whether every row has to be approved.</summary>
    public bool RequiresApproval { get; init; }

    /// <summary>
    /// Whether each row is confirmed interactively, which approves it. Never set it for <c>-Confirm:$false</c>.
    /// </summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Limits that replace those of the comparison.</summary>
    public IReadOnlyDictionary<LimitKind, Limit> Limits { get; init => field = value ?? s_none; } = s_none;

    /// <summary>The maximum age of a plan.</summary>
    public TimeSpan MaxPlanAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The name or ID of the directory; plans for another one are refused.</summary>
    public string? Directory { get; init; }

    /// <summary>Accounts that are never written: IDs, and user names with <c>*</c> and <c>?</c> as wildcards.</summary>
    public IReadOnlyList<string> Protect { get; init => field = value ?? []; } = [];

    /// <summary>Decides whether an account is protected and never written; null for none.</summary>
    public Func<AccountRow, bool>? ProtectAccount { get; init; }

    /// <summary>How long to wait after a lost answer before looking for the created account.</summary>
    public TimeSpan LostResponseDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How to wait; by default with the clock. Callers that need all calls on one thread wait there.</summary>
    public Func<TimeSpan, CancellationToken, Task>? Wait { get; init; }

    /// <summary>The ID of this run; by default a new one.</summary>
    public string RunId { get; init; } = Guid.NewGuid().ToString("D");

    private static readonly Dictionary<LimitKind, Limit> s_none = [];
}

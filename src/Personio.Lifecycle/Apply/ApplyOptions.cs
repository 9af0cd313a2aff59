namespace Personio.Lifecycle;

/// <summary>How a plan is applied.</summary>
public sealed record ApplyOptions
{
    /// <summary>The mapping the plan was made with; it tells which attribute is the key, the user name and the state.
    /// </summary>
    public AttributeMap Map { get; init; } = MapPresets.PingOne;

    /// <summary>Whether every row has to be approved.</summary>
    public bool DemandsApproval { get; init; }

    /// <summary>Whether somebody confirms each row, which approves it. Never set it for
    /// <c>-Confirm:$false</c>.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Limits that replace those of the comparison.</summary>
    public IReadOnlyDictionary<LimitKind, Limit> Limits { get; init => field = value ?? s_none; } = s_none;

    /// <summary>How old a plan may be.</summary>
    public TimeSpan MaxPlanAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The name or id of the directory; a plan for another one is refused.</summary>
    public string? Directory { get; init; }

    /// <summary>Accounts that are never written: ids, and user names with <c>*</c> and <c>?</c>.</summary>
    public IReadOnlyList<string> Protect { get; init => field = value ?? []; } = [];

    /// <summary>Accounts that are never written, by a function.</summary>
    public Func<AccountRow, bool>? ProtectAccount { get; init; }

    /// <summary>How long to wait before an account is looked for whose creation was not answered.</summary>
    public TimeSpan LostAnswerPause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How waiting is done; by default with the clock. Whoever needs all calls on one thread waits
    /// there.</summary>
    public Func<TimeSpan, CancellationToken, Task>? Wait { get; init; }

    /// <summary>The id of this application; by default a new one.</summary>
    public string RunId { get; init; } = Guid.NewGuid().ToString("D");

    private static readonly Dictionary<LimitKind, Limit> s_none = [];
}

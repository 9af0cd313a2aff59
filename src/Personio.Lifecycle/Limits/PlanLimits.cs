namespace Personio.Lifecycle;

/// <summary>The limits for all kinds of actions.</summary>
public sealed record PlanLimits
{
    /// <summary>The limit for disabling.</summary>
    public Limit MaxDisable { get; init; } = Limit.FromPercent(5, 3);

    /// <summary>The limit for creating.</summary>
    public Limit MaxCreate { get; init; } = Limit.FromPercent(20, 20);

    /// <summary>The limit for changes of email address, name or user name.</summary>
    public Limit MaxIdentityUpdate { get; init; } = Limit.FromPercent(5, 5);

    /// <summary>The limit for all other changes, links and managers.</summary>
    public Limit MaxUpdate { get; init; } = Limit.FromPercent(30, 50);

    /// <summary>The limit for enabling.</summary>
    public Limit MaxEnable { get; init; } = Limit.FromPercent(5, 3);

    /// <summary>Returns the limit of a kind.</summary>
    public Limit For(LimitKind kind) => kind switch
    {
        LimitKind.MaxDisable => MaxDisable,
        LimitKind.MaxCreate => MaxCreate,
        LimitKind.MaxIdentityUpdate => MaxIdentityUpdate,
        LimitKind.MaxUpdate => MaxUpdate,
        LimitKind.MaxEnable => MaxEnable,
        _ => Limit.FromCount(int.MaxValue),
    };
}

namespace Personio.Lifecycle;

/// <summary>How persons and accounts are compared. The defaults are the cautious ones.</summary>
public sealed record ComparisonOptions
{
    /// <summary>The mapping.</summary>
    public AttributeMap Map { get; init; } = MapPresets.PingOne;

    /// <summary>How user names are generated.</summary>
    public UserNameOptions UserNames { get; init; } = new();

    /// <summary>How many days before the first day an account is created, 0 to 90.</summary>
    public int LeadDays { get; init; } = 7;

    /// <summary>How many days before the first day an account is enabled, 0 to <see cref="LeadDays"/>.</summary>
    public int EnableDaysBefore { get; init; }

    /// <summary>How many days after the last day a leaver keeps access, 0 to 366.</summary>
    public int GraceDays { get; init; }

    /// <summary>How many days may lie between two employments without the account being disabled, 0 to 90.</summary>
    public int BridgeDays { get; init; } = 3;

    /// <summary>Which day ends a leaver's access.</summary>
    public LeaverDay LeaverDay { get; init; }

    /// <summary>What happens to accounts of persons on leave.</summary>
    public OnLeave OnLeave { get; init; }

    /// <summary>Whether the end of a fixed-term contract is the last day if no other is known.</summary>
    public bool TrustContractEnd { get; init; }

    /// <summary>The domains of the company's addresses. Without domains, no account is linked by its address.</summary>
    public IReadOnlyList<string> EmailDomains { get; init => field = value ?? []; } = [];

    /// <summary>Whether accounts are also matched by the second key.</summary>
    public bool UseSecondKey { get; init; }

    /// <summary>Whether a newly linked account is updated in the same run.</summary>
    public bool UpdateOnLink { get; init; }

    /// <summary>Whether a directory without any accounts is considered complete.</summary>
    public bool AllowEmptyDirectory { get; init; }

    /// <summary>Whether accounts without an email address are created.</summary>
    public bool AllowNoEmail { get; init; }

    /// <summary>Whether linked accounts are disabled if HR does not know their person.</summary>
    public bool DisableMissing { get; init; }

    /// <summary>
    /// Whether the preferred name, if there is one, replaces the first name in attributes and user names.
    /// </summary>
    public bool UsePreferredName { get; init; }

    /// <summary>Whether the plan includes rows for accounts that need no change.</summary>
    public bool IncludeUnchanged { get; init; }

    /// <summary>Persons whose accounts are disabled now, before HR reports their departure.</summary>
    public IReadOnlyList<string> Immediate { get; init => field = value ?? []; } = [];

    /// <summary>Selects persons who are matched but otherwise ignored; null for none.</summary>
    public Func<PersonRow, bool>? ExcludePerson { get; init; }

    /// <summary>Accounts that are never written: IDs, and user names with <c>*</c> and <c>?</c> as wildcards.</summary>
    public IReadOnlyList<string> Protect { get; init => field = value ?? []; } = [];

    /// <summary>Decides whether an account is protected and never written; null for none.</summary>
    public Func<AccountRow, bool>? ProtectAccount { get; init; }

    /// <summary>Returns the time zone of a person, for example of the workplace; null for that of the plan.</summary>
    public Func<PersonRow, TimeZoneInfo?>? ZoneOf { get; init; }

    /// <summary>Returns the population of a new account, for directories that have populations.</summary>
    public Func<PersonRow, string?>? PopulationOf { get; init; }

    /// <summary>The limits of the plan.</summary>
    public PlanLimits Limits { get; init; } = new();

    /// <summary>Disabling a manager with more reports than this is sensitive.</summary>
    public int ManagerReports { get; init; } = 5;

    /// <summary>The name or ID of the directory, so that a plan is not applied to another one.</summary>
    public string? Directory { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="LifecycleException">An option is out of range (<c>InvalidOption</c>).</exception>
    internal void Check()
    {
        Range(nameof(LeadDays), LeadDays, 90);
        Range(nameof(EnableDaysBefore), EnableDaysBefore, LeadDays);
        Range(nameof(GraceDays), GraceDays, 366);
        Range(nameof(BridgeDays), BridgeDays, 90);
    }

    private static void Range(string name, int value, int most)
    {
        if (value < 0 || value > most)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption, FormattableString.Invariant($"{name} is {value}. Use 0 to {most}."));
        }
    }
}

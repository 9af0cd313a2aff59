namespace Personio.Lifecycle;

/// <summary>
/// One row of a plan: one account and one action, flat, so that it survives a CSV file. Days and instants are text,
/// because a CSV export would format them for the machine's culture.
/// </summary>
public sealed record PlanRow
{
    /// <summary>The ID of the plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>When the plan was made, with the offset of its time zone: <c>2026-11-26T06:00:00+01:00</c>.</summary>
    public string? PlannedAt { get; init; }

    /// <summary>The day that counts as today: <c>2026-11-26</c>.</summary>
    public string? AsOf { get; init; }

    /// <summary>The directory the plan was made for; empty if none was named.</summary>
    public string? Directory { get; init; }

    /// <summary>Why the row is in the plan.</summary>
    public PlanKind Kind { get; init; }

    /// <summary>What the row does.</summary>
    public PlanAction Action { get; init; }

    /// <summary>The name of the finding; empty if there is none.</summary>
    public string? Finding { get; init; }

    /// <summary>The ID of the person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The ID of the account; empty if it is yet to be created.</summary>
    public string? AccountId { get; init; }

    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>The user names to try if the first is taken, separated by semicolons.</summary>
    public string? NextUserName { get; init; }

    /// <summary>The name shown to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The email address in HR.</summary>
    public string? Email { get; init; }

    /// <summary>How the account was found.</summary>
    public MatchedBy MatchedBy { get; init; }

    /// <summary>The first or last day that the row is about.</summary>
    public string? Day { get; init; }

    /// <summary>What happens, to whom, why and when, in one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The changed attributes as JSON: <c>{"title":["old","new"]}</c>.</summary>
    public string? Changes { get; init; }

    /// <summary>The attributes whose value was cut or lost characters to fit the directory.</summary>
    public string? Adjusted { get; init; }

    /// <summary>How much harm the row can do; High needs approval.</summary>
    public PlanRisk Risk { get; init; }

    /// <summary>The number of linked, enabled accounts in scope when the plan was made.</summary>
    public int Base { get; init; }

    /// <summary>The limit that the row counts toward.</summary>
    public LimitKind LimitKind { get; init; }

    /// <summary>How many rows that limit allowed when the plan was made.</summary>
    public int Allowed { get; init; }

    /// <summary>Whether the plan exceeds that limit.</summary>
    public bool OverLimit { get; init; }

    /// <summary>Yes, true or 1 approves the row. For you to fill in.</summary>
    public string? Approved { get; set; }

    /// <summary>Further remarks. You may change them.</summary>
    public string? Note { get; set; }

    /// <summary>A checksum of all columns except Approved and Note.</summary>
    public string? Check { get; init; }

    /// <summary>The changes for people; the reason if there are none.</summary>
    public string Summary
    {
        get
        {
            if (string.IsNullOrEmpty(Changes) || Action is PlanAction.Disable or PlanAction.Enable)
            {
                return Reason ?? "";
            }

            try
            {
                return string.Join("; ", GetChanges());
            }
            catch (LifecycleException)
            {
                // A damaged row can still be displayed; applying it is refused.
                return Reason ?? "";
            }
        }
    }

    /// <summary>Whether the row is applied only after approval.</summary>
    public bool NeedsApproval => Risk == PlanRisk.High && Action != PlanAction.None;

    // Two rows of one plan with the same key apply the same action to one account.
    internal string Key => KeyOf(Action, Action == PlanAction.Create ? null : AccountId, PersonId);

    /// <summary>The changes in order. A method, so that it is not a CSV column.</summary>
    /// <exception cref="LifecycleException">The column is damaged (<c>PlanRowChanged</c>).</exception>
    public IReadOnlyList<AttributeChange> GetChanges() => ChangeText.Read(Changes);

    /// <summary>Whether Approved says yes, true or 1.</summary>
    public bool HasApproval() => FlagText.IsYes(Approved);

    // Any word other than a yes declines the row: no, nein, later.
    internal bool IsDeclined => !string.IsNullOrWhiteSpace(Approved) && !HasApproval();

    /// <inheritdoc/>
    public override string ToString() => Reason ?? "";

    internal static string KeyOf(PlanAction action, string? accountId, string? personId) =>
        action is PlanAction.Create or PlanAction.LinkManager || string.IsNullOrEmpty(accountId)
            ? $"{action}|person {personId}"
            : $"{action}|{accountId}";
}

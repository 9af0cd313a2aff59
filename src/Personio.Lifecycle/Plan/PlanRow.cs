namespace Personio.Lifecycle;

/// <summary>
/// One row of a plan: one account and one action, flat, so that it survives a CSV. Days and instants are text, because
/// a CSV would write them in the language of the machine.
/// </summary>
public sealed record PlanRow
{
    /// <summary>The id of the plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>When the plan was made, with the offset of its zone: <c>2026-11-26T06:00:00+01:00</c>.</summary>
    public string? PlannedAt { get; init; }

    /// <summary>The day taken for today: <c>2026-11-26</c>.</summary>
    public string? AsOf { get; init; }

    /// <summary>The directory the plan was made for; empty where it was not named.</summary>
    public string? Directory { get; init; }

    /// <summary>Why the row is there.</summary>
    public PlanKind Kind { get; init; }

    /// <summary>What it does.</summary>
    public PlanAction Action { get; init; }

    /// <summary>The word of the finding; empty where there is none.</summary>
    public string? Finding { get; init; }

    /// <summary>The person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The account; empty where it is still to be created.</summary>
    public string? AccountId { get; init; }

    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>The user names to try when the first is taken, with semicolons between.</summary>
    public string? NextUserName { get; init; }

    /// <summary>The name shown to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The e-mail address by HR.</summary>
    public string? Email { get; init; }

    /// <summary>How the account was found.</summary>
    public MatchedBy MatchedBy { get; init; }

    /// <summary>The day the row is about: the first or the last one.</summary>
    public string? Day { get; init; }

    /// <summary>What happens, to whom, why and when, in one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The changed attributes as JSON: <c>{"title":["old","new"]}</c>.</summary>
    public string? Changes { get; init; }

    /// <summary>The attributes whose value was cut or lost characters, to fit the directory.</summary>
    public string? Adjusted { get; init; }

    /// <summary>How much harm it can do; High needs approval.</summary>
    public PlanRisk Risk { get; init; }

    /// <summary>Linked, enabled accounts in scope when the plan was made.</summary>
    public int Base { get; init; }

    /// <summary>The limit the row counts for.</summary>
    public LimitKind LimitKind { get; init; }

    /// <summary>How many rows that limit allowed when the plan was made.</summary>
    public int Allowed { get; init; }

    /// <summary>Whether the plan exceeds that limit.</summary>
    public bool OverLimit { get; init; }

    /// <summary>Yes, true or 1 approves the row. Yours to fill in.</summary>
    public string? Approved { get; set; }

    /// <summary>What else there is to say. Yours to change.</summary>
    public string? Note { get; set; }

    /// <summary>A checksum over all columns but Approved and Note.</summary>
    public string? Check { get; init; }

    /// <summary>The changes for people; the reason where there are none.</summary>
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
                // A damaged row can still be looked at; applying it is refused.
                return Reason ?? "";
            }
        }
    }

    /// <summary>Whether the row is applied only after approval.</summary>
    public bool NeedsApproval => Risk == PlanRisk.High && Action != PlanAction.None;

    // Two rows of one plan with the same key do the same to one account.
    internal string Key => KeyOf(Action, Action == PlanAction.Create ? null : AccountId, PersonId);

    /// <summary>The changes, in their order. A method, so that it is not a column of a CSV.</summary>
    /// <exception cref="LifecycleException">The column is damaged (<c>PlanRowChanged</c>).</exception>
    public IReadOnlyList<AttributeChange> GetChanges() => ChangeText.Read(Changes);

    /// <summary>Whether Approved says yes, true or 1.</summary>
    public bool HasApproval() => FlagText.IsYes(Approved);

    // A word that is not a yes is not one to go on with: no, nein, later.
    internal bool IsDeclined => !string.IsNullOrWhiteSpace(Approved) && !HasApproval();

    /// <inheritdoc/>
    public override string ToString() => Reason ?? "";

    internal static string KeyOf(PlanAction action, string? accountId, string? personId) =>
        action is PlanAction.Create or PlanAction.LinkManager || string.IsNullOrEmpty(accountId)
            ? $"{action}|person {personId}"
            : $"{action}|{accountId}";
}

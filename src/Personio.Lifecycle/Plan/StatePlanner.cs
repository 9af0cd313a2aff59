namespace Personio.Lifecycle;

/// <summary>Plans whether accounts are enabled or disabled.</summary>
internal sealed class StatePlanner(PlanContext context)
{
    private const int LongDisabledDays = 180;
    private const int RecentSignInDays = 7;
    private const int LongGoneDays = 30;
    private readonly ComparisonOptions _options = context.Options;

    /// <summary>Plans whether the account is enabled or disabled.</summary>
    public IEnumerable<PlanRow> PlanState(PersonRow person, AccountRow account, Standing standing)
    {
        DateOnly today = context.Today[person.PersonId!];
        bool isEnabled = account.Enabled == true;
        string label = PlanContext.DescribePerson(person, account);
        bool isLeaver = standing.Kind == StandingKind.Over
            || standing is { Kind: StandingKind.Starting, IsBetween: true };
        if (standing.Kind == StandingKind.Unclear)
        {
            yield return CreateUnclear(person, account, standing);
        }
        else if (standing.Kind == StandingKind.Rescinded)
        {
            yield return isEnabled
                ? Disable(PlanKind.Rescinded, person, account, standing, ReasonText.DisableRescinded(label, standing))
                : context.CreateRow(PlanKind.Rescinded, PlanAction.None, person, account) with
                {
                    Day = Day(standing), Reason = ReasonText.Rescinded(label, standing),
                };
        }
        else if (isLeaver && isEnabled)
        {
            yield return Disable(
                PlanKind.Leaver, person, account, standing,
                    ReasonText.Disable(label, standing, today, _options.GraceDays));
        }
        else if (standing is { Kind: StandingKind.OnLeave } && _options.OnLeave == OnLeave.Disable)
        {
            if (isEnabled)
            {
                yield return Disable(PlanKind.Leaver, person, account, standing, ReasonText.DisableOnLeave(label));
            }
        }
        else if (standing.Kind == StandingKind.Over)
        {
            if (_options.IncludeUnchanged && standing.LastDay?.AddDays(LongDisabledDays) < today)
            {
                yield return context.CreateFinding(
                    FindingNames.DisabledLong,
                        $"the account of {label} is disabled, last day was {ReasonText.Day(standing.LastDay)}",
                    person, account) with { Day = Day(standing) };
            }
        }
        else
        {
            foreach (PlanRow row in PlanPresent(person, account, standing, today, label))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<PlanRow> PlanPresent(PersonRow person, AccountRow account, Standing standing, DateOnly today,
        string label)
    {
        bool isDay = standing.IsInForce || standing.FirstDay <= today.AddDays(_options.EnableDaysBefore);
        if (account.Enabled == true)
        {
            if (!isDay)
            {
                yield return context.CreateFinding(
                    FindingNames.StartMoved,
                        $"the account of {label} is enabled, and the first day is {ReasonText.Day(standing.FirstDay)}",
                    person, account) with { Day = Day(standing) };
            }

            if (standing.HasContractEnded is { } end)
            {
                yield return context.CreateFinding(
                    FindingNames.ContractEnded,
                    $"the contract of {label} ended on {ReasonText.Day(end)}, and HR status is "
                        + $"{ReasonText.Word(standing.Status)}",
                    person, account) with { Day = DayText.Iso(end) };
            }
        }
        else if (isDay)
        {
            yield return Enable(person, account, standing, today, label);
        }
    }

    private PlanRow Enable(PersonRow person, AccountRow account, Standing standing, DateOnly today, string label)
    {
        AccountHistory history = context.Input.Memory?.HistoryOf(account.AccountId) ?? new AccountHistory();
        // A disabled account cannot sign in, so someone enabled it since, and someone disabled it again.
        history = account.LastSignIn > history.Since ? new AccountHistory() : history;
        PlanKind kind = history.AwaitsFirstDay ? PlanKind.Starter : PlanKind.Rehire;
        string? doubt = history.AwaitsFirstDay || history is { WasDisabledHere: true, WasImmediate: false } ? null
            : history.WasImmediate ? "it was disabled at once with -Immediate"
            : "it was disabled outside this module" + (account.UpdatedAt is { } changed
                ? $", last change {DayText.InWords(DateOnly.FromDateTime(changed.DateTime))}"
                : "");
        return context.CreateRow(kind, PlanAction.Enable, person, account) with
        {
            Day = standing.FirstDay is { } first ? DayText.Iso(first) : null,
            Risk = doubt is null ? PlanRisk.Medium : PlanRisk.High,
            LimitKind = LimitKind.MaxEnable,
            Changes = ChangeText.Write([new AttributeChange(_options.Map.EnabledAttribute, "false", "true")]),
            Reason = ReasonText.Enable(label, kind, standing, today, doubt),
            Note = kind == PlanKind.Rehire ? "Group memberships and roles are not restored." : null,
        };
    }

    /// <summary>Disables an account immediately, before HR reports the departure.</summary>
    public PlanRow DisableNow(PersonRow person, AccountRow account, Standing standing) => Disable(
        PlanKind.Leaver, person, account, standing,
            ReasonText.DisableNow(PlanContext.DescribePerson(person, account), standing.Status)) with
    {
        Finding = FindingNames.Immediate, Risk = PlanRisk.High,
    };

    private PlanRow Disable(PlanKind kind, PersonRow person, AccountRow account, Standing standing, string reason)
    {
        DateOnly today = context.Today[person.PersonId!];
        int reports = context.Reports.GetValueOrDefault(person.PersonId!);
        bool isUsed = standing.LastDay?.AddDays(LongGoneDays) < today
            && account.LastSignIn > context.Input.Moment.PlannedAt.AddDays(-RecentSignInDays);
        bool isManager = reports > _options.ManagerReports;
        string[] doubts =
        [
            .. isManager ? [$"{ReasonText.Count(reports, "person")} report to {person.Name}."] : Array.Empty<string>(),
            .. isUsed ? ["The account signed in within the last 7 days: is the last day right?"]
                : Array.Empty<string>(),
        ];
        return context.CreateRow(kind, PlanAction.Disable, person, account) with
        {
            Day = Day(standing),
            Risk = doubts.Length > 0 ? PlanRisk.High : PlanRisk.Medium,
            LimitKind = LimitKind.MaxDisable,
            Changes = ChangeText.Write([new AttributeChange(_options.Map.EnabledAttribute, "true", "false")]),
            Reason = reason,
            Note = doubts.Length > 0 ? string.Join(" ", doubts) : null,
        };
    }

    /// <summary>Creates the row for a first day that is too far ahead.</summary>
    public PlanRow NotYet(PersonRow person, AccountRow? account, Standing standing) =>
        context.CreateRow(PlanKind.NotYet, PlanAction.None, person, account) with
        {
            Day = Day(standing),
            Reason = ReasonText.NotYet(person.Name, standing, context.Today[person.PersonId!], _options.LeadDays),
        };

    /// <summary>Creates the finding for an HR status that cannot be interpreted.</summary>
    public PlanRow CreateUnclear(PersonRow person, AccountRow? account, Standing standing) => context.CreateFinding(
        FindingNames.StatusUnclear,
        $"HR status of {PlanContext.DescribePerson(person, account)} is {ReasonText.Word(standing.Status)}, "
            + (standing.LastDay < standing.FirstDay
                ? $"and the last day, {ReasonText.Day(standing.LastDay)}, is before the first, "
                    + $"{ReasonText.Day(standing.FirstDay)}"
                : "from which nothing follows"),
        person, account);

    /// <summary>The first or last day that a row is about.</summary>
    public static string? Day(Standing standing) => standing switch
    {
        { IsOver: true, LastDay: { } last } => DayText.Iso(last),
        { Kind: StandingKind.Starting or StandingKind.Rescinded, FirstDay: { } first } => DayText.Iso(first),
        { LastDay: { } last } => DayText.Iso(last),
        { FirstDay: { } first } => DayText.Iso(first),
        _ => null,
    };
}

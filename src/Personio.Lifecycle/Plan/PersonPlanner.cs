namespace Personio.Lifecycle;

/// <summary>
/// Plans one person after another, in the order of the input; joiners are only collected and planned later.
/// </summary>
internal sealed class PersonPlanner(PlanContext context)
{
    private readonly ComparisonOptions _options = context.Options;
    private readonly StatePlanner _state = new(context);

    /// <summary>The persons who need an account.</summary>
    public List<PersonRow> Joiners { get; } = [];

    /// <summary>Plans the rows of a person.</summary>
    public IEnumerable<PlanRow> Plan(PersonRow person)
    {
        string id = person.PersonId!;
        AccountMatch match = context.Matches[id];
        Standing standing = context.Standings[id];
        if (context.Excluded.Contains(id))
        {
            AccountRow? linked = match.MatchedBy == MatchedBy.Key ? match.Account : null;
            return [context.CreateRow(PlanKind.OutOfScope, PlanAction.None, person, linked) with
            {
                Reason = $"{person.Name} is left alone: -ExcludePerson says so.",
            }];
        }

        IEnumerable<PlanRow> rows = match switch
        {
            { Finding: not null, IsRelink: false } => PlanForbidden(person, match, standing),
            { Account: null } => PlanWithoutAccount(person, standing),
            { MatchedBy: MatchedBy.Key } => PlanLinked(person, match, standing),
            _ => PlanUnlinked(person, match, standing),
        };
        return match.Account is { } account && context.Protection.FindReason(account) is { } reason
            ? WithoutDisabling([.. rows], account, reason)
            : rows;
    }

    /// <summary>Turns everything that would be written to a protected account into one finding.</summary>
    public static IEnumerable<PlanRow> WithoutDisabling(
        IReadOnlyList<PlanRow> rows, AccountRow account, string reason) =>
        rows.Where(row => row.Action == PlanAction.None).Concat(
            rows.Where(row => row.Action != PlanAction.None).Take(1)
                .Select(first => ToFinding(first, account.Name, reason, rows)));

    internal static PlanRow ToFinding(
        PlanRow first, string name, string reason, IEnumerable<PlanRow> rows) => first with
    {
        Kind = PlanKind.Finding,
        Action = PlanAction.None,
        Finding = FindingNames.Protected,
        Changes = null,
        Adjusted = null,
        Risk = PlanRisk.None,
        LimitKind = LimitKind.None,
        Reason = $"The account {name} is protected, {reason}; left undone: "
            + string.Join(" ", rows.Where(row => row.Action != PlanAction.None).Select(row => row.Reason)),
    };

    private IEnumerable<PlanRow> PlanForbidden(PersonRow person, AccountMatch match, Standing standing)
    {
        if (context.Immediate.Contains(person.PersonId!) && match.Account is { Enabled: true } account
            && ValueText.Plain(account.Key) == person.PersonId)
        {
            yield return _state.DisableNow(person, account, standing);
        }

        // Someone who left and has no account of their own does not affect anyone else.
        bool isOver = standing.IsOver || standing.Kind == StandingKind.Unclear;
        if (!isOver || match.Finding is FindingNames.SeveralAccounts
            || match.Account is { Enabled: true, Key: null or "" })
        {
            string text = standing.IsOver && match.Finding == FindingNames.SeveralAccounts
                ? $"{match.Text}; {person.Name} has left, and none of them is disabled"
                : match.Text!;
            yield return context.CreateFinding(match.Finding!, text, person, match.Account) with
            {
                MatchedBy = MatchedBy.None, Day = StatePlanner.Day(standing),
            };
        }
    }

    private IEnumerable<PlanRow> PlanWithoutAccount(PersonRow person, Standing standing)
    {
        if (context.IsExpected(person.PersonId!))
        {
            if (!context.Immediate.Contains(person.PersonId!))
            {
                Joiners.Add(person);
            }
        }
        else if (standing.Kind == StandingKind.Starting)
        {
            yield return _state.NotYet(person, null, standing);
        }
        else if (standing.Kind == StandingKind.Unclear)
        {
            yield return _state.CreateUnclear(person, null, standing);
        }
    }

    private IEnumerable<PlanRow> PlanUnlinked(PersonRow person, AccountMatch match, Standing standing)
    {
        AccountRow account = match.Account!;
        string key = _options.Map.KeyAttribute;
        if (standing.Kind == StandingKind.Unclear)
        {
            yield return _state.CreateUnclear(person, account, standing);
        }
        else if (match.IsRelink)
        {
            if (context.IsExpected(person.PersonId!))
            {
                yield return context.CreateRow(PlanKind.Relink, PlanAction.Relink, person, account) with
                {
                    Finding = match.Finding, Day = StatePlanner.Day(standing), Risk = PlanRisk.High,
                        LimitKind = LimitKind.MaxUpdate,
                    Changes = ChangeText.Write([new AttributeChange(key, ValueText.Plain(account.Key),
                        person.PersonId)]),
                    Reason = ReasonText.Relink(person.Name, match.Text!),
                };
            }
            else if (standing.Kind == StandingKind.Starting)
            {
                yield return _state.NotYet(person, account, standing);
            }
        }
        else if (!standing.IsOver || account.Enabled == true)
        {
            yield return context.CreateRow(PlanKind.Link, PlanAction.Link, person, account) with
            {
                Finding = FindingNames.NoEmployeeId, Day = StatePlanner.Day(standing),
                // It may be a shared mailbox or a successor's account that has the address by now.
                Risk = standing.IsOver ? PlanRisk.High : PlanRisk.Low,
                LimitKind = LimitKind.MaxUpdate,
                Changes = ChangeText.Write([new AttributeChange(key, null, person.PersonId)]),
                Reason = ReasonText.Link(
                    person.Name, ValueText.Plain(account.UserName) ?? account.Name, match.MatchedBy, person.Email,
                    standing, context.Today[person.PersonId!]),
            };
            foreach (PlanRow row in _options.UpdateOnLink && context.IsExpected(person.PersonId!)
                ? PlanUpdates(person, match) : [])
            {
                yield return row;
            }
        }
    }

    private List<PlanRow> PlanLinked(PersonRow person, AccountMatch match, Standing standing)
    {
        AccountRow account = match.Account!;
        string id = person.PersonId!;
        if (context.Immediate.Contains(id))
        {
            return account.Enabled == true ? [_state.DisableNow(person, account, standing)] : [];
        }

        if (context.Claimed.Contains(account.AccountId!))
        {
            return [];
        }

        List<PlanRow> rows = [];
        if (context.IsExpected(id))
        {
            rows.AddRange(PlanUpdates(person, match));
        }

        rows.AddRange(_state.PlanState(person, account, standing));
        return rows.Count > 0 || !_options.IncludeUnchanged
            ? rows
            : [context.CreateRow(PlanKind.Unchanged, PlanAction.None, person, account) with
            {
                Day = StatePlanner.Day(standing), Reason = $"{PlanContext.DescribePerson(person, account)} is in line.",
            }];
    }

    private IEnumerable<PlanRow> PlanUpdates(PersonRow person, AccountMatch match)
    {
        AttributeDiff diff = context.Comparer.CompareExisting(person, match.Account!, match.EmailElsewhere);
        if (diff.Changes.Count > 0)
        {
            yield return context.CreateRow(PlanKind.Mover, PlanAction.Update, person, match.Account) with
            {
                Changes = ChangeText.Write(diff.Changes),
                Adjusted = diff.Adjusted.Count > 0 ? string.Join("; ", diff.Adjusted) : null,
                Risk = diff.IsIdentity ? PlanRisk.High : PlanRisk.Low,
                LimitKind = diff.IsIdentity ? LimitKind.MaxIdentityUpdate : LimitKind.MaxUpdate,
                Reason = ReasonText.Update(PlanContext.DescribePerson(person, match.Account), diff.Changes),
            };
        }

        foreach ((string word, string text) in diff.Findings)
        {
            yield return context.CreateFinding(
                word, $"{PlanContext.DescribePerson(person, match.Account)}: {text}", person, match.Account);
        }

        if (_options.PopulationOf?.Invoke(person) is { } population && _options.Map.PopulationAttribute is { } attribute
            && ValueText.Plain(match.Account!.Get(attribute)) is { } present && present != population)
        {
            yield return context.CreateFinding(
                FindingNames.OtherPopulation,
                $"the account of {PlanContext.DescribePerson(person, match.Account)} is in population {present}, not "
                    + $"in {population}; nobody is moved",
                person, match.Account);
        }
    }
}

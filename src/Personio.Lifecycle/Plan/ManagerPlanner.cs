namespace Personio.Lifecycle;

/// <summary>
/// Plans managers after all accounts: the supervisor's account, found only by the key. No account is created just to
/// have a manager.
/// </summary>
internal sealed class ManagerPlanner(PlanContext context)
{
    /// <summary>The prefix for a person whose account does not exist yet.</summary>
    public const string PersonPrefix = "person:";

    /// <summary>Returns the rows, and notes why managers stay unchanged.</summary>
    /// <param name="created">The persons whose accounts the plan creates.</param>
    /// <param name="notes">Receives a sentence for a person whose manager is not set.</param>
    public IEnumerable<PlanRow> Plan(IReadOnlySet<string> created, Action<string, string> notes)
    {
        AttributeRule[] rules =
            [.. context.Options.Map.Rules.Where(rule => rule.Source.Kind == SourceKind.Supervisor)];
        foreach (PersonRow person in rules.Length == 0 ? [] : context.Input.Persons)
        {
            PlanRow[] rows = [.. rules.Select(rule => PlanPerson(rule, person, created, notes)).OfType<PlanRow>()];
            if (rows.Length > 0)
            {
                // One row for each account and action, even if several attributes describe the manager.
                yield return rows[0] with
                {
                    Changes = ChangeText.Write([.. rows.SelectMany(row => row.GetChanges())]),
                };
            }
        }
    }

    private PlanRow? PlanPerson(AttributeRule rule, PersonRow person, IReadOnlySet<string> created, Action<string,
        string> notes)
    {
        string id = person.PersonId!;
        AccountMatch match = context.Matches[id];
        AccountRow? account = match is { MatchedBy: MatchedBy.Key, Finding: null } ? match.Account : null;
        bool isNew = created.Contains(id);
        if (ValueText.Plain(person.SupervisorId) is not { } supervisor || (account is null && !isNew)
            || (account is not null && rule.When != WriteWhen.Always)
            || context.Excluded.Contains(id) || context.Immediate.Contains(id) || !context.IsExpected(id)
            || (account is not null && (context.Protection.FindReason(account) is not null
                || context.Claimed.Contains(account.AccountId!))))
        {
            return null;
        }

        if (FindObstacle(id, supervisor) is { } why)
        {
            notes(id, $"The manager is unchanged: {why}.");
            return null;
        }

        AccountRow? above = context.Matches[supervisor] is { MatchedBy: MatchedBy.Key, Finding: null } found
            ? found.Account
            : null;
        string? value = above is not null
            ? ValueText.Canonical(rule.Source.Name is null ? above.AccountId : above.Get(rule.Source.Name)) as string
            : created.Contains(supervisor) ? PersonPrefix + supervisor : null;
        string name = context.Persons[supervisor].Name;
        if (value is null)
        {
            notes(id, above is null
                ? $"The manager is unchanged: {name} has no account."
                : $"The manager is unchanged: the account of {name} has no {rule.Source.Name}.");
            return null;
        }

        object? old = ValueText.Canonical(account?.Get(rule.Target));
        return ValueText.AreEqual(old, value, rule.IgnoreCase)
            ? null
            : context.CreateRow(PlanKind.Mover, PlanAction.LinkManager, person, account) with
            {
                Kind = isNew ? PlanKind.Joiner : PlanKind.Mover,
                Risk = PlanRisk.Low,
                LimitKind = LimitKind.MaxUpdate,
                Changes = ChangeText.Write([new AttributeChange(rule.Target, old, value)]),
                Reason = ReasonText.Manager(PlanContext.DescribePerson(person, account), name, above is null),
            };
    }

    private string? FindObstacle(string id, string supervisor)
    {
        if (supervisor == id)
        {
            return "HR has the person as their own supervisor";
        }

        if (!context.Standings.TryGetValue(supervisor, out Standing? standing))
        {
            return $"HR does not know supervisor {supervisor}";
        }

        if (standing.IsOver)
        {
            return $"supervisor {context.Persons[supervisor].Name} has left";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        for (string? next = supervisor; next is not null && context.Persons.TryGetValue(next, out PersonRow? above);
            next = ValueText.Plain(above.SupervisorId))
        {
            if (!seen.Add(next))
            {
                return next == id ? "the supervisors form a circle" : null;
            }
        }

        return null;
    }
}

namespace Personio.Lifecycle;

/// <summary>
/// Compares the persons in HR with the accounts in a directory. It reads and writes nothing itself: rows and a moment
/// in, a plan out.
/// </summary>
public static class DirectoryComparison
{
    /// <summary>Creates a plan.</summary>
    /// <exception cref="LifecycleException">A side is incomplete (<c>SourceIncomplete</c>), or an option is invalid
    /// (<c>InvalidOption</c>).</exception>
    public static Plan Compare(ComparisonInput input, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new ComparisonOptions();
        options.Check();
        Completeness.Check(input, options);
        input = input with { Persons = [.. input.Persons.Select(Trim)] };
        var context = new PlanContext(input, options);
        CheckImmediate(context);
        List<PlanRow> rows = CreateRows(context);
        AddWarnings(context, rows);
        int accounts = input.Accounts.Count(account => account.Enabled == true
            && ValueText.Plain(account.Key) is { } key && !context.Excluded.Contains(key));
        var entry = new LogEntry
        {
            Event = LogEvent.Compare,
            PlanId = input.PlanId,
            Persons = input.Persons.Count,
            Accounts = input.Accounts.Count,
            Linked = input.Accounts.Count(account => ValueText.Plain(account.Key) is not null),
        };
        var plan = new Plan(input.PlanId, input.Moment, accounts, rows, context.Warnings, options.Limits, entry);
        context.Warnings.AddRange(plan.Usage.Where(limit => limit.IsOver).Select(limit => limit.Message));
        return plan;
    }

    private static PersonRow Trim(PersonRow person)
    {
        string? id = ValueText.Plain(person.PersonId);
        return ReferenceEquals(id, person.PersonId) || id == person.PersonId ? person : person with { PersonId = id };
    }

    private static void CheckImmediate(PlanContext context)
    {
        string[] unknown = [.. context.Immediate.Where(id => !context.Persons.ContainsKey(id))];
        if (unknown.Length > 0)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"-Immediate names person {string.Join(", ", unknown)}, whom HR does not know. Specify a PersonId.");
        }
    }

    private static List<PlanRow> CreateRows(PlanContext context)
    {
        var planner = new PersonPlanner(context);
        List<PlanRow> rows = [.. context.Input.Persons.SelectMany(planner.Plan)];
        rows.AddRange(new MissingPlanner(context).Plan());
        rows.AddRange(FindNotDisabled(context));
        if (planner.Joiners.Count > 0)
        {
            rows.AddRange(new JoinerPlanner(context).Plan(planner.Joiners));
        }

        var created = new HashSet<string>(
            rows.Where(row => row.Action == PlanAction.Create).Select(row => row.PersonId!), StringComparer.Ordinal);
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        rows.AddRange(new ManagerPlanner(context).Plan(created, (id, note) => notes[id] = note));
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].PersonId is { } id && notes.Remove(id, out string? note))
            {
                rows[i] = rows[i] with { Note = rows[i].Note is { } said ? $"{said} {note}" : note };
            }
        }

        return WithholdLosses(context, rows);
    }

    // Users who request an immediate lockout must learn if it does not happen.
    private static IEnumerable<PlanRow> FindNotDisabled(PlanContext context) =>
        from id in context.Immediate.Order(StringComparer.Ordinal)
        let match = context.Matches[id]
        let isExcluded = context.Excluded.Contains(id)
        where isExcluded || match.Account is null || ValueText.Plain(match.Account.Key) != id
        let person = context.Persons[id]
        select context.CreateFinding(
            FindingNames.Immediate,
            isExcluded
                ? $"{person.Name} is named by -Immediate and excluded by -ExcludePerson; nothing is disabled"
            : match.Account is null
                ? $"{person.Name} is named by -Immediate, and no single account is linked to the person; "
                    + "nothing is disabled"
                : $"{person.Name} is named by -Immediate, and account {match.Account.Name} is not linked to the "
                    + "person; "
                    + "nothing is disabled in this run",
            person, match.Account);

    // If many persons lose the same attribute, the cause is HR or its permissions, not the persons.
    private static List<PlanRow> WithholdLosses(PlanContext context, List<PlanRow> rows)
    {
        const int MostPercent = 20;
        int compared = context.Matches.Count(pair => pair.Value is { MatchedBy: MatchedBy.Key, Finding: null }
            && context.IsExpected(pair.Key));
        HashSet<string> lost = new(
            rows.Where(row => row.Action == PlanAction.Update)
                .SelectMany(row => row.GetChanges().Where(change => change.New is null).Select(change => change.Name))
                .GroupBy(name => name, StringComparer.Ordinal)
                .Where(group => group.Count() * 100L > (long)compared * MostPercent).Select(group => group.Key),
            StringComparer.Ordinal);
        if (lost.Count == 0)
        {
            return rows;
        }

        IEnumerable<PlanRow> findings = lost.Select(name => context.CreateFinding(
            FindingNames.AttributeLost,
            $"more than {MostPercent}% of the accounts would lose {name}; these updates wait for approval", null,
                null));
        return
        [
            .. rows.Select(row => row.Action == PlanAction.Update
                && row.GetChanges().Any(change => change.New is null && lost.Contains(change.Name))
                ? row with { Risk = PlanRisk.High }
                : row),
            .. findings,
        ];
    }

    private static void AddWarnings(PlanContext context, List<PlanRow> rows)
    {
        if (context.Comparer.Unreadable.Count > 0)
        {
            context.Warnings.Add(
                $"Empty for every person, and not compared in this run: "
                    + $"{string.Join(", ", context.Comparer.Unreadable)}. "
                + "Is the attribute readable?");
        }

        if (context.Options.EmailDomains.Count == 0)
        {
            context.Warnings.Add(
                "Without -EmailDomain, accounts are not linked by email address, and new accounts may have an address "
                    + "of any domain.");
        }

        if (context.Input.Memory is null && rows.Exists(row => row.Action == PlanAction.Enable))
        {
            context.Warnings.Add("Without -LogPath nobody knows who disabled an account: enabling needs approval.");
        }
    }
}

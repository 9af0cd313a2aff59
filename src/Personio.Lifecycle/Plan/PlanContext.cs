namespace Personio.Lifecycle;

/// <summary>The data that all parts of a comparison share.</summary>
internal sealed class PlanContext
{
    public PlanContext(ComparisonInput input, ComparisonOptions options)
    {
        Input = input;
        Options = options;
        var rule = new StandingRule(options);
        Persons = input.Persons.ToDictionary(person => person.PersonId!, StringComparer.Ordinal);
        Today = Persons.ToDictionary(
            pair => pair.Key, pair => input.Moment.TodayIn(options.ZoneOf?.Invoke(pair.Value)), StringComparer.Ordinal);
        Standings = Persons.ToDictionary(pair => pair.Key, pair => rule.StandingOf(pair.Value, Today[pair.Key]),
            StringComparer.Ordinal);
        Accounts = new AccountIndex(input.Accounts);
        Matcher = new Matcher(options, input.Persons, Standings, Accounts);
        Comparer = new AttributeComparer(options, Matcher, input.Persons);
        Protection = new Protection(options.Protect, options.ProtectAccount);
        Excluded = options.ExcludePerson is null
            ? []
            : new(Persons.Where(pair => options.ExcludePerson(pair.Value)).Select(pair => pair.Key),
                StringComparer.Ordinal);
        Immediate = new(options.Immediate.Select(id => id.Trim()), StringComparer.Ordinal);
        Matches = FindMatches();
        Reports = Persons.Values.Where(person => Standings[person.PersonId!].IsInForce)
            .Select(person => ValueText.Plain(person.SupervisorId)).OfType<string>()
            .GroupBy(id => id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        Claimed = FindClaimed();
    }

    public ComparisonInput Input { get; }

    public ComparisonOptions Options { get; }

    public IReadOnlyDictionary<string, PersonRow> Persons { get; }

    public IReadOnlyDictionary<string, DateOnly> Today { get; }

    public IReadOnlyDictionary<string, Standing> Standings { get; }

    public IReadOnlyDictionary<string, AccountMatch> Matches { get; }

    public AccountIndex Accounts { get; }

    public Matcher Matcher { get; }

    public AttributeComparer Comparer { get; }

    public Protection Protection { get; }

    public HashSet<string> Excluded { get; }

    public HashSet<string> Immediate { get; }

    /// <summary>The number of persons who report to a person.</summary>
    public IReadOnlyDictionary<string, int> Reports { get; }

    /// <summary>
    /// Accounts that two persons claim, one by the key and one by another criterion: nothing else is written to them.
    /// </summary>
    public HashSet<string> Claimed { get; }

    public List<string> Warnings { get; } = [];

    /// <summary>Whether a person is employed, or will be within the lead days.</summary>
    public bool IsExpected(string personId) => Standings[personId] switch
    {
        { IsInForce: true } => true,
        { Kind: StandingKind.Starting } standing => standing.FirstDay <= Today[personId].AddDays(Options.LeadDays),
        _ => false,
    };

    /// <summary>Creates a row about a person and an account, without its reason.</summary>
    public PlanRow CreateRow(PlanKind kind, PlanAction action, PersonRow? person, AccountRow? account) => new()
    {
        PlanId = Input.PlanId,
        PlannedAt = Input.Moment.PlannedAtText,
        AsOf = DayText.Iso(Input.Moment.Today),
        Directory = Options.Directory,
        Kind = kind,
        Action = action,
        PersonId = person?.PersonId ?? ValueText.Plain(account?.Key),
        AccountId = account?.AccountId,
        UserName = account?.UserName,
        DisplayName = person?.Name ?? account?.Name,
        Email = ValueText.Plain(person?.Email) ?? (person is null ? account?.Email : null),
        MatchedBy = person is null ? MatchedBy.None : Matches[person.PersonId!].MatchedBy,
    };

    public PlanRow CreateFinding(string word, string text, PersonRow? person, AccountRow? account) =>
        CreateRow(PlanKind.Finding, PlanAction.None, person, account) with { Finding = word,
            Reason = ReasonText.Sentence(text) };

    public static string DescribePerson(PersonRow person, AccountRow? account) =>
        ReasonText.DescribePerson(person.Name, account?.UserName);

    // The matching rules look at one person at a time. An account that matches two persons, perhaps by different rules,
    // is assigned to neither.
    private Dictionary<string, AccountMatch> FindMatches()
    {
        Dictionary<string, AccountMatch> matches = Persons.ToDictionary(
            pair => pair.Key, pair => Matcher.Find(pair.Value), StringComparer.Ordinal);
        IReadOnlyList<string[]> duplicates = matches.Where(pair => pair.Value is { Account: not null,
            MatchedBy: MatchedBy.Email or MatchedBy.SecondKey })
            .GroupBy(pair => pair.Value.Account!.AccountId!, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => group.Select(pair => pair.Key).Order(StringComparer.Ordinal).ToArray()).ToArray();
        foreach (string[] persons in duplicates)
        {
            string[] present = [.. persons.Where(id => !Standings[id].IsOver)];
            string label = string.Join(" and ", (present.Length > 1 ? present : persons)
                .Select(id => $"{id} ({Persons[id].Name})"));
            foreach (string id in persons)
            {
                bool isOthers = present.Length > 0 && Standings[id].IsOver;
                AccountMatch match = matches[id];
                matches[id] = present is [{ } only] && only == id ? match
                    : isOthers ? AccountMatch.None
                    : new AccountMatch
                    {
                        Account = match.Account,
                        Finding = match.MatchedBy == MatchedBy.Email
                            ? FindingNames.SharedEmail
                            : FindingNames.KeyConflict,
                        Text = $"account {match.Account!.Name} fits persons {persons}",
                    };
            }
        }

        return matches;
    }

    private HashSet<string> FindClaimed()
    {
        var claimed = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string id, AccountMatch match) in Matches)
        {
            if (match is { Finding: FindingNames.KeyConflict, Account.AccountId: { } account } && !Excluded.Contains(id)
                && IsExpected(id))
            {
                claimed.Add(account);
            }
        }

        return claimed;
    }
}

namespace Personio.Lifecycle;

/// <summary>
/// Plans new accounts. Persons are processed by first day, then by ID, so that the same input yields the same user
/// names.
/// </summary>
internal sealed class JoinerPlanner
{
    private const int MaxCandidates = 2;
    private readonly PlanContext _context;
    private readonly ComparisonOptions _options;
    private readonly UserNameRegister _register;
    private readonly UserNamePattern _pattern;
    private readonly NameSpelling _spelling;
    private readonly Lazy<ILookup<string, AccountRow>> _namesakes;

    public JoinerPlanner(PlanContext context)
    {
        _context = context;
        _options = context.Options;
        UserNameOptions names = _options.UserNames;
        _register = new UserNameRegister(
            context.Input.Accounts.Select(account => account.UserName), names.Reserved,
            context.Input.Memory?.UserNames ?? new Dictionary<string, string>());
        AttributeMap map = _options.Map;
        int length = names.MaxLength ?? Math.Min(map.UserNameLength, map.UserNameRule?.MaxLength ?? map.UserNameLength);
        _pattern = new UserNamePattern(names.Pattern ?? map.UserNamePattern, length, names, _options.UsePreferredName);
        _spelling = new NameSpelling(names.Transliteration, names.Letters);
        _namesakes = new(() => context.Input.Accounts.Where(account => ValueText.Plain(account.Key) is null)
            .SelectMany(account => NamesOf(account).Select(name => (name, account)))
            .ToLookup(pair => pair.name, pair => pair.account, StringComparer.Ordinal));
    }

    /// <summary>Plans the rows of all joiners.</summary>
    public IEnumerable<PlanRow> Plan(IEnumerable<PersonRow> joiners) => joiners
        .OrderBy(person => _context.Standings[person.PersonId!].FirstDay ?? DateOnly.MinValue)
        .ThenBy(person => person.PersonId, StringComparer.Ordinal)
        .SelectMany(PlanPerson);

    private IEnumerable<PlanRow> PlanPerson(PersonRow person)
    {
        Standing standing = _context.Standings[person.PersonId!];
        PlanRow Finding(string word, string text) =>
            _context.CreateFinding(word, text, person, null) with { Day = StatePlanner.Day(standing) };
        AttributeMap map = _options.Map;
        if (map.Columns.UserName is null || map.UserNameRule is not { } rule)
        {
            return [Finding(FindingNames.NoAccount,
                $"{person.Name} has no account, and none is created: no user names are mapped")];
        }

        AttributeDiff diff = _context.Comparer.CompareNew(person);
        List<PlanRow> findings = [.. diff.Findings.Select(found =>
            Finding(found.Word, $"{person.Name}: {found.Text}"))];
        if (map.EmailRule is { } email && !diff.Changes.Exists(change => change.Name == email.Target)
            && !_options.AllowNoEmail)
        {
            string text = ValueText.Plain(person.Email) is { } address
                ? $"{address} is not an address of -EmailDomain that the directory takes"
                : "HR has no email address";
            return [Finding(FindingNames.NoEmail, $"{person.Name} has no account, and none is created: {text}")];
        }

        string? wanted = rule.Source.Kind == SourceKind.UserName ? null
            : ValueText.Canonical(rule.Source.ValueOf(person)) as string;
        List<string> names = UserNameCandidates(person, wanted, out string? reason);
        if (names.Count == 0)
        {
            return [Finding(FindingNames.UserNameNeeded,
                $"{person.Name} has no account, and no user name can be made: {reason}")];
        }

        _register.Reserve(names[0], person.PersonId!);
        return findings.Prepend(Create(person, standing, rule, names, diff));
    }

    private PlanRow Create(
        PersonRow person, Standing standing, AttributeRule userName, List<string> names, AttributeDiff diff)
    {
        DateOnly today = _context.Today[person.PersonId!];
        bool isEnabled = (standing.IsInForce || standing.FirstDay <= today.AddDays(_options.EnableDaysBefore))
            && !(standing.Kind == StandingKind.OnLeave && _options.OnLeave == OnLeave.Disable);
        List<AttributeChange> changes = [.. diff.Changes];
        int place = changes.FindIndex(change => change.Name == _options.Map.KeyAttribute) + 1;
        changes.Insert(place, new AttributeChange(userName.Target, null, names[0]));
        changes.Add(new AttributeChange(_options.Map.EnabledAttribute, null, isEnabled ? "true" : "false"));
        if (_options.Map.PopulationAttribute is { } attribute
            && ValueText.Plain(_options.PopulationOf?.Invoke(person)) is { } population)
        {
            changes.Add(new AttributeChange(attribute, null, population));
        }

        string? suggestion = SuggestUserName(person);
        return _context.CreateRow(PlanKind.Joiner, PlanAction.Create, person, null) with
        {
            UserName = names[0],
            NextUserName = names.Count > 1 ? string.Join("; ", names.Skip(1)) : null,
            Day = StatePlanner.Day(standing),
            Changes = ChangeText.Write(changes),
            Adjusted = diff.Adjusted.Count > 0 ? string.Join("; ", diff.Adjusted) : null,
            // A second account for someone who already has one is the worst result of a Create.
            Risk = suggestion is null ? PlanRisk.Medium : PlanRisk.High,
            LimitKind = LimitKind.MaxCreate,
            Reason = ReasonText.Create(person.Name, names[0], standing, today, isEnabled),
            Note = suggestion,
        };
    }

    private List<string> UserNameCandidates(PersonRow person, string? wanted, out string? reason)
    {
        List<string> names = [];
        reason = null;
        for (int number = 1; number <= UserNamePattern.MaxNumber && names.Count <= MaxCandidates; number++)
        {
            // A name from the mapping is used as it is, or not at all.
            string? name = wanted ?? _pattern.Create(person, number, out reason);
            if (name is null || (wanted is not null && number > 1))
            {
                break;
            }

            if (!_register.IsTaken(name, person.PersonId!))
            {
                names.Add(name);
            }
            else
            {
                reason = wanted is null ? $"all names up to {name} are taken" : $"{name} is taken";
            }
        }

        return names;
    }

    private string? SuggestUserName(PersonRow person)
    {
        string name = SpellName(person.FirstName, person.LastName);
        string other = SpellName(person.PreferredFirstName, person.LastName);
        string? userName = _pattern.Create(person, 1, out _);
        AccountRow? account = new[] { name, other, userName }.OfType<string>().Where(text => text.Length > 0)
            .SelectMany(text => _namesakes.Value[text]).FirstOrDefault();
        return account is null ? null
            : $"Suggestion: account {account.Name} ({account.AccountId}) has no key and the same name. Is it this "
                + "person's?";
    }

    private IEnumerable<string> NamesOf(AccountRow account)
    {
        string? Value(string source) => _options.Map.Rules.FirstOrDefault(rule =>
            rule.Source.Kind == SourceKind.Property && rule.Source.Name == source) is { } rule
                ? ValueText.Canonical(account.Get(rule.Target)) as string
                : null;
        return new[]
        {
            SpellName(account.DisplayName, null), SpellName(Value("FirstName"), Value("LastName")),
            account.UserName?.Trim().ToLowerInvariant() ?? "",
        }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);
    }

    private string SpellName(string? first, string? last)
    {
        string name = $"{first} {last}".Trim();
        string spelled = _spelling.Spell(name, out string? unknown);
        return unknown is null ? spelled : name;
    }
}

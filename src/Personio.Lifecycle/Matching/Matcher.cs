namespace Personio.Lifecycle;

/// <summary>
/// Finds the account of a person: by the key, by the second key if requested, then by the address. Never by the name.
/// The first criterion that yields exactly one account wins; if it could be more than one, nothing is written.
/// </summary>
internal sealed class Matcher
{
    private const int MaxNamed = 5;

    private readonly ComparisonOptions _options;
    private readonly AccountIndex _accounts;
    private readonly IReadOnlyDictionary<string, Standing> _standings;
    private readonly HashSet<string> _domains;
    private readonly Dictionary<string, List<PersonRow>> _personsByEmail;
    private readonly Dictionary<string, int> _personsBySecondKey;

    public Matcher(
        ComparisonOptions options,
        IReadOnlyList<PersonRow> persons,
        IReadOnlyDictionary<string, Standing> standings,
        AccountIndex accounts)
    {
        _options = options;
        _accounts = accounts;
        _standings = standings;
        _domains = new(options.EmailDomains.Select(domain => domain.Trim().TrimStart('@')),
            StringComparer.OrdinalIgnoreCase);
        // An address may pass from someone who left to someone new, so only current persons can share one.
        _personsByEmail = persons.Where(person => !StandingOf(person).IsOver
            && ValueText.Name(person.Email) is not null)
            .GroupBy(person => ValueText.Name(person.Email)!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
        _personsBySecondKey = persons.Where(person => ValueText.Plain(person.SecondKey) is not null)
            .GroupBy(person => ValueText.Plain(person.SecondKey)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    /// <summary>Whether an address belongs to the company; without configured domains, every address does.</summary>
    public bool IsOfCompany(string? email) => _domains.Count == 0
        || (ValueText.Plain(email) is { } address && _domains.Contains(address[(address.LastIndexOf('@') + 1)..]));

    /// <summary>Finds the account of a person.</summary>
    public AccountMatch Find(PersonRow person)
    {
        string id = person.PersonId!;
        IReadOnlyList<AccountRow> byKey = _accounts.ByKey(id);
        IReadOnlyList<AccountRow> byEmail = _accounts.ByAddress(person.Email);
        if (byKey.Count > 1)
        {
            return CreateAmbiguous($"{byKey.Count} accounts are linked to person {id}: {Names(byKey)}");
        }

        if (!StandingOf(person).IsOver && Sharing(person) is { } other)
        {
            return CreateForbidden(
                FindingNames.SharedEmail,
                $"persons {id} and {other.PersonId} ({other.Name}) have the same email address {person.Email}",
                byKey.Count == 1 ? byKey[0] : null);
        }

        if (byKey.Count == 1)
        {
            return new AccountMatch
            {
                Account = byKey[0],
                MatchedBy = MatchedBy.Key,
                EmailElsewhere = byEmail.FirstOrDefault(account => !ReferenceEquals(account, byKey[0])),
            };
        }

        if (_options.UseSecondKey && BySecondKey(person) is { } match)
        {
            return match;
        }

        return ByEmail(person, byEmail);
    }

    private AccountMatch? BySecondKey(PersonRow person)
    {
        IReadOnlyList<AccountRow> found = _accounts.BySecondKey(person.SecondKey);
        return found.Count switch
        {
            0 => null,
            _ when _personsBySecondKey[ValueText.Plain(person.SecondKey)!] > 1 =>
                CreateForbidden(FindingNames.KeyConflict, $"several persons have the second key {person.SecondKey}"),
            > 1 => CreateAmbiguous($"{found.Count} accounts have the second key {person.SecondKey}: {Names(found)}"),
            _ when ValueText.Plain(found[0].Key) is not null =>
                Conflict(person, found[0], mayRelink: true, MatchedBy.SecondKey),
            _ => new AccountMatch { Account = found[0], MatchedBy = MatchedBy.SecondKey },
        };
    }

    private AccountMatch ByEmail(PersonRow person, IReadOnlyList<AccountRow> found)
    {
        bool mayLink = _domains.Count > 0 && IsOfCompany(person.Email);
        return found.Count switch
        {
            0 => AccountMatch.None,
            > 1 =>
                CreateAmbiguous($"{found.Count} accounts have the address {person.Email} of person {person.PersonId}: "
                    + $"{Names(found)}"),
            _ when ValueText.Plain(found[0].Key) is not null => Conflict(person, found[0], mayLink, MatchedBy.Email),
            _ when !mayLink => CreateForbidden(
                FindingNames.NoEmployeeId,
                $"account {found[0].Name} has the address {person.Email} of person {person.PersonId} and no key; "
                + "specify -EmailDomain to link accounts by their address",
                found[0]),
            _ => new AccountMatch { Account = found[0], MatchedBy = MatchedBy.Email },
        };
    }

    private AccountMatch Conflict(PersonRow person, AccountRow account, bool mayRelink, MatchedBy by)
    {
        string owner = ValueText.Plain(account.Key)!;
        bool isGone = !_standings.TryGetValue(owner, out Standing? standing) || standing.IsOver;
        string text = $"account {account.Name} is linked to person {owner}, and its "
            + $"{(by == MatchedBy.Email ? "address" : "second key")} is that of person {person.PersonId} "
            + $"({person.Name})";
        // If other accounts have the same key, replacing it on this one would leave two owners.
        return mayRelink && isGone && _accounts.ByKey(owner).Count == 1 && !StandingOf(person).IsOver
            ? new AccountMatch
            {
                Account = account, MatchedBy = by, IsRelink = true, Finding = FindingNames.KeyConflict,
                Text = $"{text}: rehire or conversion?",
            }
            : CreateForbidden(FindingNames.KeyConflict, text, account);
    }

    private PersonRow? Sharing(PersonRow person) => ValueText.Name(person.Email) is { } email
        && _personsByEmail.TryGetValue(email, out List<PersonRow>? all)
            ? all.Find(other => other.PersonId != person.PersonId)
            : null;

    private Standing StandingOf(PersonRow person) => _standings[person.PersonId!];

    private static AccountMatch CreateAmbiguous(string text) => CreateForbidden(FindingNames.SeveralAccounts, text);

    private static AccountMatch CreateForbidden(string finding, string text, AccountRow? account = null) =>
        new() { Finding = finding, Text = text, Account = account };

    private static string Names(IReadOnlyCollection<AccountRow> accounts) =>
        string.Join(", ", accounts.Take(MaxNamed)
            .Select(account => ReasonText.DescribePerson(account.Name, account.UserName ?? account.AccountId)))
        + (accounts.Count > MaxNamed ? $" and {accounts.Count - MaxNamed} more" : "");
}

namespace Personio.Lifecycle.Tests.Support;

/// <summary>A directory in memory: a list of accounts, the calls that were made, and the faults a test asks
/// for.</summary>
internal sealed class MemoryDirectory : IDirectory
{
    private readonly Dictionary<string, AccountRow> _accounts = new(StringComparer.Ordinal);
    private int _next;

    public MemoryDirectory(IEnumerable<AccountRow> accounts)
    {
        foreach (AccountRow account in accounts)
        {
            _accounts[account.AccountId!] = account;
        }
    }

    public List<string> Writes { get; } = [];

    /// <summary>User names of accounts that this application cannot see.</summary>
    public HashSet<string> Invisible { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Attributes that are silently dropped.</summary>
    public HashSet<string> Dropped { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether new accounts are enabled regardless of the request.</summary>
    public bool CreatesEnabled { get; set; }

    /// <summary>Whether searches do not find new accounts yet; reads by ID do.</summary>
    public bool SearchLags { get; set; }

    /// <summary>Whether a write returns nothing about the account.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Called before a write is carried out; may throw.</summary>
    public Action<string, PlanRow> BeforeWrite { get; set; } = (_, _) => { };

    /// <summary>Called after a write was carried out; may throw.</summary>
    public Action<string, PlanRow> AfterWrite { get; set; } = (_, _) => { };

    /// <summary>Called before a read; may throw.</summary>
    public Action<PlanRow> OnRead { get; set; } = _ => { };

    public IReadOnlyList<AccountRow> All => [.. _accounts.Values];

    private IEnumerable<AccountRow> Found => SearchLags
        ? All.Where(account => account.AccountId?.StartsWith("new-", StringComparison.Ordinal) != true)
        : All;

    public AccountRow this[string id]
    {
        get => _accounts[id];
        set => _accounts[id] = value;
    }

    public void Remove(string id) => _accounts.Remove(id);

    public Task<AccountRow?> ReadAsync(PlanRow row, CancellationToken cancellationToken)
    {
        OnRead(row);
        AccountRow? found = !string.IsNullOrEmpty(row.AccountId)
            ? _accounts.GetValueOrDefault(row.AccountId)
            : Found.FirstOrDefault(account => account.Key == row.PersonId)
                ?? Found.FirstOrDefault(account => string.Equals(account.UserName, row.UserName,
                    StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(found);
    }

    public Task<AccountRow?> CreateAsync(PlanRow row, IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken) =>
        Write("Create", row, () =>
        {
            string name = (string)values["username"]!;
            if (Invisible.Contains(name) || All.Any(account =>
                string.Equals(account.UserName, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new DirectoryException(DirectoryFault.UserNameTaken, $"The user name {name} is taken.",
                    "Conflict");
            }

            string id = $"new-{++_next}";
            _accounts[id] = Changed(new AccountRow { AccountId = id, Enabled = true }, values);
            if (CreatesEnabled)
            {
                _accounts[id] = _accounts[id] with { Enabled = true };
            }

            return _accounts[id];
        });

    public Task<AccountRow?> UpdateAsync(PlanRow row, IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken) =>
        Write("Update", row, () => _accounts[row.AccountId!] = Changed(_accounts[row.AccountId!], values));

    public Task<AccountRow?> EnableAsync(PlanRow row, CancellationToken cancellationToken) =>
        Write("Enable", row, () => _accounts[row.AccountId!] = _accounts[row.AccountId!] with { Enabled = true });

    public Task<AccountRow?> DisableAsync(PlanRow row, CancellationToken cancellationToken) =>
        Write("Disable", row, () => _accounts[row.AccountId!] = _accounts[row.AccountId!] with { Enabled = false });

    private Task<AccountRow?> Write(string call, PlanRow row, Func<AccountRow> change)
    {
        Writes.Add($"{call} {(call == "Create" ? row.UserName : row.AccountId)}");
        BeforeWrite(call, row);
        AccountRow account = change();
        AfterWrite(call, row);
        return Task.FromResult(IsSilent ? null : account);
    }

    private AccountRow Changed(AccountRow account, IReadOnlyDictionary<string, object?> values)
    {
        var attributes = new Dictionary<string, object?>(account.Attributes, StringComparer.OrdinalIgnoreCase);
        foreach (AttributeRule rule in MapPresets.PingOne.Rules)
        {
            attributes.TryAdd(rule.Target, null);
        }

        foreach ((string name, object? value) in values.Where(pair => !Dropped.Contains(pair.Key)))
        {
            attributes[name] = value;
        }

        return account with
        {
            Attributes = attributes,
            Key = attributes.GetValueOrDefault("externalId") as string,
            UserName = attributes.GetValueOrDefault("username") as string ?? account.UserName,
            Email = attributes.GetValueOrDefault("email") as string,
            Enabled = values.GetValueOrDefault("enabled") as bool? ?? account.Enabled,
        };
    }
}

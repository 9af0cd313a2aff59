namespace Personio.Lifecycle;

/// <summary>Indexes the accounts by key, second key and address.</summary>
internal sealed class AccountIndex
{
    private const string MailPrefix = "smtp:";
    private static readonly IReadOnlyList<AccountRow> s_none = [];
    private readonly Dictionary<string, List<AccountRow>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AccountRow>> _bySecondKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AccountRow>> _byAddress = new(StringComparer.OrdinalIgnoreCase);

    public AccountIndex(IEnumerable<AccountRow> accounts)
    {
        foreach (AccountRow account in accounts)
        {
            Add(_byKey, ValueText.Plain(account.Key), account);
            Add(_bySecondKey, ValueText.Plain(account.SecondKey), account);
            foreach (string? address in Addresses(account))
            {
                Add(_byAddress, address, account);
            }
        }
    }

    /// <summary>The accounts with a key; an empty key matches nothing.</summary>
    public IReadOnlyList<AccountRow> ByKey(string? key) => Find(_byKey, ValueText.Plain(key));

    /// <summary>The accounts with a second key.</summary>
    public IReadOnlyList<AccountRow> BySecondKey(string? key) => Find(_bySecondKey, ValueText.Plain(key));

    /// <summary>The accounts with an address as email, alias or user name, ignoring case.</summary>
    public IReadOnlyList<AccountRow> ByAddress(string? email) => Find(_byAddress, NormalizeAddress(email));

    /// <summary>Whether an account has an address as email, alias or user name, ignoring case.</summary>
    public static bool HasAddress(AccountRow account, string? email) =>
        Addresses(account).Contains(NormalizeAddress(email), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string?> Addresses(AccountRow account) =>
        account.Aliases.Append(account.Email).Append(account.UserName).Select(NormalizeAddress);

    private static string? NormalizeAddress(string? text)
    {
        string? address = ValueText.Name(text);
        if (address is not null && address.StartsWith(MailPrefix, StringComparison.OrdinalIgnoreCase))
        {
            address = address[MailPrefix.Length..];
        }

        return address is not null && address.Contains('@', StringComparison.Ordinal) ? address : null;
    }

    private static void Add(Dictionary<string, List<AccountRow>> index, string? key, AccountRow account)
    {
        if (key is null)
        {
            return;
        }

        if (!index.TryGetValue(key, out List<AccountRow>? found))
        {
            index[key] = [account];
        }
        else if (!found.Contains(account, ReferenceEqualityComparer.Instance))
        {
            found.Add(account);
        }
    }

    private static IReadOnlyList<AccountRow> Find(Dictionary<string, List<AccountRow>> index, string? key) =>
        key is not null && index.TryGetValue(key, out List<AccountRow>? found) ? found : s_none;
}

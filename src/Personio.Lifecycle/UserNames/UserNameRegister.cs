namespace Personio.Lifecycle;

/// <summary>All user names that are taken: of accounts, in this plan, of former persons, and reserved ones.</summary>
internal sealed class UserNameRegister
{
    private static readonly string[] s_reserved =
    [
        "admin", "administrator", "root", "support", "system", "guest", "info", "postmaster", "abuse", "security",
        "webmaster", "hostmaster", "noreply", "no-reply", "service", "test",
    ];

    // The owner of a name; null if it belongs to an existing account or is reserved.
    private readonly Dictionary<string, string?> _owners = new(StringComparer.OrdinalIgnoreCase);

    public UserNameRegister(
        IEnumerable<string?> accounts, IEnumerable<string> reserved, IReadOnlyDictionary<string, string> remembered)
    {
        foreach ((string name, string personId) in remembered)
        {
            _owners[ValueText.Compose(name)] = personId;
        }

        foreach (string? name in accounts.Concat(s_reserved).Concat(reserved))
        {
            if (ValueText.Name(name) is { } plain)
            {
                _owners[plain] = null;
            }
        }
    }

    /// <summary>Whether a name is unavailable to a person. A person may reuse a name of their own.</summary>
    public bool IsTaken(string name, string personId) =>
        _owners.TryGetValue(ValueText.Compose(name), out string? owner) && owner != personId;

    /// <summary>Takes a name for a person.</summary>
    public void Reserve(string name, string personId) => _owners[ValueText.Compose(name)] = personId;
}

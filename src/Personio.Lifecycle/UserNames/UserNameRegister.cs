namespace Personio.Lifecycle;

/// <summary>All user names that are taken: of accounts, of this plan, of those who left, and reserved ones.</summary>
internal sealed class UserNameRegister
{
    private static readonly string[] s_reserved =
    [
        "admin", "administrator", "root", "support", "system", "guest", "info", "postmaster", "abuse", "security",
        "webmaster", "hostmaster", "noreply", "no-reply", "service", "test",
    ];

    // The owner of a name; null where it is nobody's or everybody's.
    private readonly Dictionary<string, string?> _taken = new(StringComparer.OrdinalIgnoreCase);

    public UserNameRegister(
        IEnumerable<string?> accounts, IEnumerable<string> reserved, IReadOnlyDictionary<string, string> remembered)
    {
        foreach ((string name, string personId) in remembered)
        {
            _taken[name] = personId;
        }

        foreach (string? name in accounts.Concat(s_reserved).Concat(reserved))
        {
            if (ValueText.Plain(name) is { } plain)
            {
                _taken[plain] = null;
            }
        }
    }

    /// <summary>Whether a person may not have a name. Who had it once may have it again.</summary>
    public bool IsTaken(string name, string personId) =>
        _taken.TryGetValue(name, out string? owner) && owner != personId;

    /// <summary>Takes a name for a person.</summary>
    public void Take(string name, string personId) => _taken[name] = personId;
}

namespace Personio.Lifecycle;

/// <summary>An account of the directory: one row, from PingOne, Active Directory, Entra ID or a file.</summary>
public sealed record AccountRow
{
    /// <summary>The id by which the directory finds the account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The PersonId the account is linked to; empty where it is not linked.</summary>
    public string? Key { get; init; }

    /// <summary>The second key; null where none is used.</summary>
    public string? SecondKey { get; init; }

    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Further addresses, with or without <c>smtp:</c> before them.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>The name shown to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether somebody may sign in; null where the row does not tell, which is an error when it is needed.
    /// </summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the account holds an admin role; null where the row does not tell.</summary>
    public bool? IsAdmin { get; init; }

    /// <summary>The last sign-in; null where the row does not tell.</summary>
    public DateTimeOffset? LastSignIn { get; init; }

    /// <summary>The last change by anybody; null where the row does not tell.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The current values of mapped attributes, by the name of the target attribute.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; init => field = value ?? s_none; } = s_none;

    /// <summary>The object the row was read from, for script blocks; null where there is none.</summary>
    public object? Source { get; init; }

    private static readonly Dictionary<string, object?> s_none = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name shown to people; else the user name, the address or the id.</summary>
    public string Name => new[] { DisplayName, UserName, Email, AccountId }
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim() ?? "";

    /// <summary>The value of an attribute; null where the account has none.</summary>
    public object? Get(string attribute) => Attributes.GetValueOrDefault(attribute);
}

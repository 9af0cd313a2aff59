namespace Personio.Lifecycle;

/// <summary>An account in the directory: one row, from PingOne, Active Directory, Entra ID or a file.</summary>
public sealed record AccountRow
{
    /// <summary>The ID by which the directory finds the account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The PersonId the account is linked to; empty if it is not linked.</summary>
    public string? Key { get; init; }

    /// <summary>The second key; null if none is used.</summary>
    public string? SecondKey { get; init; }

    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>The email address.</summary>
    public string? Email { get; init; }

    /// <summary>Further addresses, with or without the prefix <c>smtp:</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>The name shown to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>
    /// Whether the user may sign in; null if the row does not say, which is an error if the value is needed.
    /// </summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the account holds an admin role; null if the row does not say.</summary>
    public bool? IsAdmin { get; init; }

    /// <summary>The last sign-in; null if the row does not say.</summary>
    public DateTimeOffset? LastSignIn { get; init; }

    /// <summary>The last change by anyone; null if the row does not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The current values of mapped attributes, by the name of the target attribute.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; init => field = value ?? s_none; } = s_none;

    /// <summary>The object from which the row was read, for script blocks; null if there is none.</summary>
    public object? Source { get; init; }

    private static readonly Dictionary<string, object?> s_none = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name shown to people, otherwise the user name, the address or the ID.</summary>
    public string Name => ValueText.WithoutHidden(new[] { DisplayName, UserName, Email, AccountId }
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim() ?? "");

    /// <summary>The value of an attribute; null if the account has none.</summary>
    public object? Get(string attribute) => Attributes.GetValueOrDefault(attribute);
}

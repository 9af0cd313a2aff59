namespace Personio.Lifecycle;

/// <summary>The names of the columns from which an account row is read.</summary>
public sealed record AccountColumns
{
    /// <summary>The columns of Get-PingOneUser.</summary>
    public static AccountColumns PingOne { get; } = new()
    {
        AccountId = "UserId", Key = "ExternalId", UserName = "UserName", Email = "Email", Enabled = "Enabled",
        DisplayName = "DisplayName", LastSignIn = "LastSignOn", UpdatedAt = "UpdatedAt",
        Attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["name.given"] = "GivenName", ["name.family"] = "FamilyName", ["population.id"] = "PopulationId",
        },
    };

    /// <summary>The columns of Get-ADUser.</summary>
    public static AccountColumns ActiveDirectory { get; } = new()
    {
        AccountId = "ObjectGUID", Key = "EmployeeID", UserName = "SamAccountName", Email = "mail", Enabled = "Enabled",
        DisplayName = "DisplayName", Aliases = "proxyAddresses", IsAdmin = "adminCount", LastSignIn = "LastLogonDate",
        UpdatedAt = "whenChanged",
    };

    /// <summary>The columns of Get-MgUser.</summary>
    public static AccountColumns EntraId { get; } = new()
    {
        AccountId = "Id", Key = "EmployeeId", UserName = "UserPrincipalName", Email = "Mail",
        Enabled = "AccountEnabled", DisplayName = "DisplayName", Aliases = "ProxyAddresses",
    };

    /// <summary>The column with the ID.</summary>
    public string AccountId { get; init; } = "AccountId";

    /// <summary>The column with the key, which contains the PersonId.</summary>
    public string Key { get; init; } = "Key";

    /// <summary>The column that says whether the account is enabled.</summary>
    public string Enabled { get; init; } = "Enabled";

    /// <summary>The column with the user name; if null, no accounts are created.</summary>
    public string? UserName { get; init; } = "UserName";

    /// <summary>The column with the email address; if null, no accounts are linked by address.</summary>
    public string? Email { get; init; } = "Email";

    /// <summary>The column with the second key; null if none is used.</summary>
    public string? SecondKey { get; init; }

    /// <summary>The column with further addresses; null if there is none.</summary>
    public string? Aliases { get; init; }

    /// <summary>The column with the name shown to people.</summary>
    public string? DisplayName { get; init; } = "DisplayName";

    /// <summary>The column that says whether the account holds an admin role.</summary>
    public string? IsAdmin { get; init; }

    /// <summary>The column with the last sign-in.</summary>
    public string? LastSignIn { get; init; }

    /// <summary>The column with the last change.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>The columns of mapped attributes whose names differ from the attribute's.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

namespace Personio.Lifecycle;

/// <summary>How an account was found for a person.</summary>
public enum MatchedBy
{
    /// <summary>No account was found.</summary>
    None,

    /// <summary>By the key: the account is linked.</summary>
    Key,

    /// <summary>By the second key: the account is about to be linked.</summary>
    SecondKey,

    /// <summary>By the email address: the account is about to be linked.</summary>
    Email,
}

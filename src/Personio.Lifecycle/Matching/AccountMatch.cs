namespace Personio.Lifecycle;

/// <summary>The account that belongs to a person, or why no account may be changed.</summary>
internal sealed record AccountMatch
{
    /// <summary>No account was found, and nothing prevents creating one.</summary>
    public static AccountMatch None { get; } = new();

    /// <summary>The account; null if there is none.</summary>
    public AccountRow? Account { get; init; }

    /// <summary>How the account was found.</summary>
    public MatchedBy MatchedBy { get; init; }

    /// <summary>
    /// Whether the account is linked to someone else who has left: the key may be replaced after approval.
    /// </summary>
    public bool IsRelink { get; init; }

    /// <summary>The finding that prevents every write; null if there is none.</summary>
    public string? Finding { get; init; }

    /// <summary>The finding described in a sentence.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// Another account that has the person's address, so the address is not written; null if there is none.
    /// </summary>
    public AccountRow? EmailElsewhere { get; init; }
}

namespace Personio.Lifecycle;

/// <summary>Which account belongs to a person, or why none may be touched.</summary>
internal sealed record AccountMatch
{
    /// <summary>No account, and nothing in the way of creating one.</summary>
    public static AccountMatch None { get; } = new();

    /// <summary>The account; null where there is none.</summary>
    public AccountRow? Account { get; init; }

    /// <summary>How it was found.</summary>
    public MatchedBy By { get; init; }

    /// <summary>Whether the account is linked to somebody else who is gone: the key may be replaced, after approval.
    /// </summary>
    public bool IsRelink { get; init; }

    /// <summary>The finding that forbids every write; null where there is none.</summary>
    public string? Finding { get; init; }

    /// <summary>What was found, as a sentence.</summary>
    public string? Text { get; init; }

    /// <summary>The other account that has the person's address: the address is not written.</summary>
    public AccountRow? EmailElsewhere { get; init; }
}

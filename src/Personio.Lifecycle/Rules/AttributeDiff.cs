namespace Personio.Lifecycle;

/// <summary>What differs between a person and an account.</summary>
internal sealed class AttributeDiff
{
    /// <summary>The changes, in the order of the mapping.</summary>
    public List<AttributeChange> Changes { get; } = [];

    /// <summary>The attributes that were cut or lost characters.</summary>
    public List<string> Adjusted { get; } = [];

    /// <summary>What was found on the way: the word, and a sentence without its end.</summary>
    public List<(string Word, string Text)> Findings { get; } = [];

    /// <summary>Whether a change is of e-mail address, name or user name.</summary>
    public bool IsIdentity { get; set; }
}

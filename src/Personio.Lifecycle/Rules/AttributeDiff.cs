namespace Personio.Lifecycle;

/// <summary>The differences between a person and an account.</summary>
internal sealed class AttributeDiff
{
    /// <summary>The changes, in the order of the mapping.</summary>
    public List<AttributeChange> Changes { get; } = [];

    /// <summary>The attributes whose values were cut or lost characters.</summary>
    public List<string> Adjusted { get; } = [];

    /// <summary>The findings of the comparison: the name, and a sentence without its period.</summary>
    public List<(string Word, string Text)> Findings { get; } = [];

    /// <summary>Whether a change affects email address, name or user name.</summary>
    public bool IsIdentity { get; set; }
}

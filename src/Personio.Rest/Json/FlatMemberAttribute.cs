namespace Personio.Rest.Json;

/// <summary>
/// Says which member a single value stands for if it is sent in place of the whole object: the ID of a reference, the
/// value of an amount.
/// </summary>
/// <param name="text">The member that a text stands for.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FlatMemberAttribute(string text) : Attribute
{
    /// <summary>The member that a text stands for.</summary>
    public string Text { get; } = text;

    /// <summary>The member that a number stands for; null if it is the same as for a text.</summary>
    public string? Number { get; init; }

    /// <summary>Whether every number is a value. Otherwise 0 and 1 mean that there is no object.</summary>
    public bool IsAmount { get; init; }
}

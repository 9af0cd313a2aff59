namespace Personio.Rest.Json;

/// <summary>
/// Says which member of an object is meant where a single value stands in place of the object: the id of a reference,
/// the value of an amount.
/// </summary>
/// <param name="text">The member that a text is.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FlatMemberAttribute(string text) : Attribute
{
    /// <summary>The member that a text is.</summary>
    public string Text { get; } = text;

    /// <summary>The member that a number is, where it is another one than that of a text.</summary>
    public string? Number { get; init; }

    /// <summary>Whether every number is a value; else 0 and 1 mean that there is no object.</summary>
    public bool IsAmount { get; init; }
}

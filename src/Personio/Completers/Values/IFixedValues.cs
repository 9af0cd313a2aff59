namespace Personio.Completers;

/// <summary>
/// Words that a parameter takes or is known to take, the same for all companies. Abstract classes have them, because
/// they are types only: a static class could not have an interface.
/// </summary>
public interface IFixedValues
{
    /// <summary>The words, in the order in which they are shown, each with what it means.</summary>
    static abstract IReadOnlyList<(string Text, string ToolTip)> Values { get; }
}

namespace Personio.Completers;

/// <summary>
/// Values that a parameter accepts, or is known to accept, the same for all companies. Implemented by abstract classes
/// that only serve as type arguments: a static class cannot implement an interface.
/// </summary>
public interface IFixedValues
{
    /// <summary>The values in display order, each with its meaning.</summary>
    static abstract IReadOnlyList<(string Text, string ToolTip)> Values { get; }
}

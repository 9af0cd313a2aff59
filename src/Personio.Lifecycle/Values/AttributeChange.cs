namespace Personio.Lifecycle;

/// <summary>What one attribute was and will be. A value is null, a text, or an array of texts.</summary>
public sealed record AttributeChange(string Name, object? Old, object? New)
{
    /// <summary>For people: <c>title: Planner → Lead planner</c>.</summary>
    public override string ToString() => Old is null
        ? $"{Name}: {ValueText.Show(New)}"
        : $"{Name}: {ValueText.Show(Old)} \u2192 {ValueText.Show(New)}";
}

namespace Personio.Lifecycle;

/// <summary>The old and the new value of one attribute. A value is null, a string, or an array of strings.</summary>
public sealed record AttributeChange(string Name, object? Old, object? New)
{
    /// <summary>The change for people: <c>title: Planner → Lead planner</c>.</summary>
    public override string ToString() => Old is null
        ? $"{Name}: {ValueText.Show(New)}"
        : $"{Name}: {ValueText.Show(Old)} \u2192 {ValueText.Show(New)}";
}

namespace Personio.Rest;

/// <summary>Compares texts that people wrote.</summary>
public static class TextComparison
{
    /// <summary>Whether two texts are equal, ignoring case. Null only equals null.</summary>
    /// <param name="text">One text.</param>
    /// <param name="other">The other.</param>
    public static bool EqualsIgnoringCase(this string? text, string? other) =>
        string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}

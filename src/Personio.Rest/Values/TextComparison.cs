namespace Personio.Rest;

/// <summary>Compares texts as people write them.</summary>
public static class TextComparison
{
    /// <summary>Whether two texts are the same, in upper or lower case. Null is the same as null alone.</summary>
    /// <param name="text">One text.</param>
    /// <param name="other">The other.</param>
    public static bool EqualsIgnoringCase(this string? text, string? other) =>
        string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}

namespace Personio.Rest;

/// <summary>Makes external text, such as names, safe to show to a user who decides by it.</summary>
public static class PlainText
{
    /// <summary>
    /// Returns the text on one line: line breaks, other control characters, and characters that change the writing
    /// direction become spaces, so that a name cannot pose as something else.
    /// </summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(c => CharacterKind.IsMisleading(c))
            ? new([.. text.Select(c => CharacterKind.IsMisleading(c) ? ' ' : c)])
            : text;
    }
}

namespace Personio;

/// <summary>Text of others, such as names, where it is shown to a person who decides by it.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text on one line: a space stands for each line break and other control character, and for what turns the
    /// direction of writing, so that a name cannot pass for something else.
    /// </summary>
    public static string OneLine(string text) =>
        text.Any(c => CharacterKind.IsMisleading(c))
            ? new([.. text.Select(c => CharacterKind.IsMisleading(c) ? ' ' : c)])
            : text;
}

using System.Globalization;

namespace Personio.Rest;

/// <summary>What a character of somebody else's text does where a person reads it.</summary>
/// <remarks>Code points, so that a char will do as well as a rune.</remarks>
public static class CharacterKind
{
    /// <summary>Whether it ends the line or is a command to the terminal.</summary>
    public static bool BreaksLine(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether it joins, shapes or turns others and cannot be seen itself.</summary>
    public static bool IsFormat(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.Format;

    /// <summary>Whether it takes no room on a screen, so that it may hide between others.</summary>
    public static bool IsInvisible(int codePoint) => BreaksLine(codePoint) || IsFormat(codePoint);

    /// <summary>
    /// Whether a name with it can pass for something else: it breaks the line, or turns the direction of writing. What
    /// joins the parts of an emoji or of a word does not.
    /// </summary>
    public static bool IsMisleading(int codePoint) => BreaksLine(codePoint)
        || codePoint is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

using System.Globalization;

namespace Personio.Rest;

/// <summary>What a character of a foreign text does when it is displayed.</summary>
/// <remarks>Takes code points, so that both char and rune can be passed.</remarks>
public static class CharacterKind
{
    /// <summary>Whether the character ends the line or is a terminal command.</summary>
    public static bool BreaksLine(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether the character is invisible itself and joins, shapes or reorders others.</summary>
    public static bool IsFormat(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.Format;

    /// <summary>Whether the character takes no space on the screen, so that it may hide between others.</summary>
    public static bool IsInvisible(int codePoint) => BreaksLine(codePoint) || IsFormat(codePoint);

    /// <summary>
    /// Whether a name with the character can pass for another name: it breaks the line or changes the writing
    /// direction. Characters that join the parts of an emoji or a word do not.
    /// </summary>
    public static bool IsMisleading(int codePoint) => BreaksLine(codePoint)
        || codePoint is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

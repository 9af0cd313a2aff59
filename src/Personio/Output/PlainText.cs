using System.Globalization;

namespace Personio;

/// <summary>Text of others, such as names, where it is shown to a person who decides by it.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text on one line: a space stands for each line break and other control character, and for what turns the
    /// direction of writing, so that a name cannot pass for something else.
    /// </summary>
    public static string OneLine(string text) =>
        text.Any(IsDisturbing) ? new([.. text.Select(c => IsDisturbing(c) ? ' ' : c)]) : text;

    private static bool IsDisturbing(char c) =>
        char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

using System.Text;

namespace Personio;

/// <summary>Makes external text safe for the file format it is written to.</summary>
internal static class CalendarText
{
    /// <summary>
    /// Encodes text for HTML, between tags or in quotes: special characters become entities, and invisible characters
    /// that could mislead become spaces.
    /// </summary>
    public static string Html(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ when IsDisturbing(rune) => html.Append(' '),
                _ => html.Append(rune),
            };
        }

        return html.ToString();
    }

    /// <summary>Keeps text on one line: invisible characters that could mislead become spaces.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = IsDisturbing(rune) ? plain.Append(' ') : plain.Append(rune);
        }

        return plain.ToString();
    }

    /// <summary>
    /// Encodes a value of type TEXT (RFC 5545, 3.3.11): a line break is written as <c>\n</c>, and other invisible
    /// characters that could mislead become spaces.
    /// </summary>
    public static string ICalendar(string text)
    {
        var value = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' or ';' or ',' => value.Append('\\').Append(rune),
                '\n' => value.Append("\\n"),
                _ when IsDisturbing(rune) => value.Append(' '),
                _ => value.Append(rune),
            };
        }

        return value.ToString();
    }

    /// <summary>Appends interpolated text in the invariant culture.</summary>
    public static StringBuilder Add(this StringBuilder file, FormattableString text) =>
        file.Append(FormattableString.Invariant(text));

    // Includes Unicode noncharacters, which HTML forbids.
    private static bool IsDisturbing(Rune rune) =>
        CharacterKind.IsMisleading(rune.Value)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}

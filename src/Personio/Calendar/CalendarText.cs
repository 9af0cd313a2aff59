using System.Text;

namespace Personio;

/// <summary>Text of others, made safe for the files it is put into.</summary>
internal static class CalendarText
{
    /// <summary>
    /// Text as HTML, between tags or in quotes: signs that mean something there are written as entities, and a space
    /// stands for what cannot be seen and could disturb.
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

    /// <summary>Text as it is, on one line: a space stands for what cannot be seen and could disturb.</summary>
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
    /// Text as a value of type TEXT (RFC 5545, 3.3.11): a line break is written as <c>\n</c>, and a space stands for
    /// other signs that cannot be seen and could disturb.
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

    /// <summary>Adds text with values in it, in the same form on every computer.</summary>
    public static StringBuilder Add(this StringBuilder file, FormattableString text) =>
        file.Append(FormattableString.Invariant(text));

    // Also the signs that are none, which HTML forbids.
    private static bool IsDisturbing(Rune rune) =>
        CharacterKind.IsMisleading(rune.Value)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}

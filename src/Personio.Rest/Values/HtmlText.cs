using System.Net;
using System.Text;

namespace Personio.Rest;

/// <summary>Extracts the text from HTML, for tables and files.</summary>
public static class HtmlText
{
    private static readonly HashSet<string> s_blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    };

    private static readonly HashSet<string> s_hidden = new(StringComparer.OrdinalIgnoreCase) { "script", "style" };

    /// <summary>The text without markup, one line per paragraph; list items begin with "- ".</summary>
    /// <param name="html">The HTML, which may be malformed.</param>
    /// <returns>The text; null if there is none.</returns>
    public static string? Parse(string? html)
    {
        var text = new StringBuilder();
        int at = 0;
        while (at < html?.Length)
        {
            int open = html.IndexOf('<', at);
            int close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            // "a < b" is not a tag.
            if (!char.IsAsciiLetter(html[open + 1]) && html[open + 1] is not ('/' or '!' or '?'))
            {
                text.Append(html, at, open + 1 - at);
                at = open + 1;
                continue;
            }

            text.Append(html, at, open - at);
            string tag = NameOf(html.AsSpan(open + 1, close - open - 1));
            text.Append(
                tag.Equals("li", StringComparison.OrdinalIgnoreCase) ? "\v- "
                : s_blocks.Contains(tag.TrimStart('/')) ? "\v"
                : "");
            at = s_hidden.Contains(tag) ? EndOf(html, tag, close) : close + 1;
        }

        text.Append(html, Math.Min(at, html?.Length ?? 0), Math.Max(0, (html?.Length ?? 0) - at));
        // Line breaks in the source are spaces, as always in HTML; only those from tags count.
        string[] lines =
        [
            .. text.ToString().Split('\v')
                .Select(line => string.Join(
                    ' ', WebUtility.HtmlDecode(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(line => line is not ("" or "-")),
        ];
        return lines.Length == 0 ? null : string.Join('\n', lines);
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        int length = 0;
        while (length < tag.Length && (char.IsAsciiLetterOrDigit(tag[length]) || (length == 0 && tag[length] == '/')))
        {
            length++;
        }

        return tag[..length].ToString();
    }

    private static int EndOf(string html, string tag, int from)
    {
        int end = html.IndexOf($"</{tag}", from, StringComparison.OrdinalIgnoreCase);
        int close = end < 0 ? -1 : html.IndexOf('>', end);
        return close < 0 ? html.Length : close + 1;
    }
}

using System.Text;

namespace Personio.Rest;

/// <summary>
/// Makes text from a server safe to display: its length is limited, and it cannot control the reader's terminal.
/// </summary>
internal static class DisplayText
{
    /// <summary>
    /// The text on one line, without control characters and direction overrides, cut to the maximum length. Runs of
    /// spaces become one.
    /// </summary>
    /// <param name="text">The text as received.</param>
    /// <param name="maxLength">The maximum number of characters.</param>
    public static string Format(string text, int maxLength)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSpace = rune.Value == ' ' || CharacterKind.BreaksLine(rune.Value);
            if (CharacterKind.IsFormat(rune.Value))
            {
                continue;
            }

            if (isSpace && (line.Length == 0 || line[^1] == ' '))
            {
                continue;
            }

            if (line.Length + (isSpace ? 1 : rune.Utf16SequenceLength) > maxLength)
            {
                break;
            }

            line.Append(isSpace ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }
}

using System.Text;

namespace Personio.Rest;

/// <summary>
/// Makes what a server sent fit to be shown: it cannot be as long as it likes, and cannot steer the terminal of whoever
/// reads it.
/// </summary>
internal static class ShownText
{
    /// <summary>
    /// The text in one line: without control characters and what turns the direction of writing, and cut where it is
    /// too long. Runs of spaces become one.
    /// </summary>
    /// <param name="text">What was sent.</param>
    /// <param name="most">How many characters at most.</param>
    public static string Format(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
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

            if (line.Length + (isSpace ? 1 : rune.Utf16SequenceLength) > most)
            {
                break;
            }

            line.Append(isSpace ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }
}

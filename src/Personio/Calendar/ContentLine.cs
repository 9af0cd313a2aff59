using System.Text;

namespace Personio;

/// <summary>Lines of an iCalendar file (RFC 5545, 3.1).</summary>
internal static class ContentLine
{
    // Octets, without the line break.
    private const int Longest = 75;

    /// <summary>
    /// Adds a line. A long one goes on in the next, which begins with a space; no sign is cut in two.
    /// </summary>
    public static StringBuilder AddLine(this StringBuilder file, string line)
    {
        int length = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > Longest)
            {
                file.Append("\r\n ");
                length = 1;
            }

            file.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        return file.Append("\r\n");
    }
}

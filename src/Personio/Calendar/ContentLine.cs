using System.Text;

namespace Personio;

/// <summary>Writes lines of an iCalendar file (RFC 5545, 3.1).</summary>
internal static class ContentLine
{
    // In octets, without the line break.
    private const int MaxBytes = 75;

    /// <summary>
    /// Adds a line. A long line is folded: it continues on the next line after a space. No character is split.
    /// </summary>
    public static StringBuilder AddLine(this StringBuilder file, string line)
    {
        int length = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > MaxBytes)
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

using System.Text;

namespace Personio.Client;

/// <summary>
/// Reads CSV text as described by RFC 4180 and as written by spreadsheet programs: any line endings, delimiters and
/// line breaks within quotes, white space around quotes, and a first line such as <c>sep=;</c>.
/// </summary>
public static class CsvText
{
    private const string DelimiterPrefix = "sep=";

    /// <summary>Returns the delimiter that the first line specifies, as in <c>sep=;</c>; null if it does not.</summary>
    public static char? ReadDelimiter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(DelimiterPrefix, StringComparison.OrdinalIgnoreCase)
            && text.Length > DelimiterPrefix.Length
            && (text.Length == DelimiterPrefix.Length + 1 || text[DelimiterPrefix.Length + 1] is '\r' or '\n')
                ? text[DelimiterPrefix.Length]
                : null;
    }

    /// <summary>Reads the records one by one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">The delimiter between cells.</param>
    /// <exception cref="FileTextException">
    /// A quote is not closed, or is followed by text; the message says where.
    /// </exception>
    public static IEnumerable<CsvRecord> Read(string text, char delimiter)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = ReadDelimiter(text) is null ? 0 : AfterLine(text, DelimiterPrefix.Length + 1);
        for (int number = 1; at < text.Length; number++)
        {
            var cells = new List<string>();
            bool isOpen = true;
            while (isOpen)
            {
                cells.Add(ReadCell(text, ref at, delimiter, number));
                isOpen = at < text.Length && text[at] == delimiter;
                at += isOpen ? 1 : 0;
            }

            at = AfterLine(text, at);
            yield return new CsvRecord(number, cells);
        }
    }

    // Leaves the position at the delimiter or line ending after the cell.
    private static string ReadCell(string text, ref int at, char delimiter, int number)
    {
        int start = at;
        while (at < text.Length && text[at] is ' ' or '\t' && text[at] != delimiter)
        {
            at++;
        }

        if (at < text.Length && text[at] == '"')
        {
            return ReadQuoted(text, ref at, delimiter, number);
        }

        while (at < text.Length && text[at] != delimiter && !IsLineEnd(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static string ReadQuoted(string text, ref int at, char delimiter, int number)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                at++;
                SkipBlanks(text, ref at, delimiter, number);
                return cell.ToString();
            }
        }

        throw new FileTextException($"row {number} has a quote that is not closed");
    }

    private static void SkipBlanks(string text, ref int at, char delimiter, int number)
    {
        for (; at < text.Length && text[at] != delimiter && !IsLineEnd(text[at]); at++)
        {
            if (text[at] is not (' ' or '\t'))
            {
                throw new FileTextException(
                    $"row {number} has text after a closing quote: double any quote within a text");
            }
        }
    }

    private static bool IsLineEnd(char c) => c is '\r' or '\n';

    private static int AfterLine(string text, int at) =>
        at >= text.Length ? at : text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
}

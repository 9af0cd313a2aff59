using System.Text;

namespace Personio.Rest;

/// <summary>Finds texts encoded as Base64 or as hexadecimal digits inside another text.</summary>
internal static class EncodedText
{
    private const int MinLength = 8;

    /// <summary>Returns each run of characters that may be encoded, and what it decodes to.</summary>
    public static IEnumerable<(int At, int Length, string Text)> Find(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && IsEncodingCharacter(text[end]))
            {
                end++;
            }

            if (end - at >= MinLength)
            {
                string run = text[at..end];
                foreach (string unpacked in Decode(run))
                {
                    yield return (at, run.Length, unpacked);
                }
            }

            at = Math.Max(end, at + 1);
        }
    }

    private static bool IsEncodingCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_';

    private static IEnumerable<string> Decode(string run)
    {
        string standard = run.Replace('-', '+').Replace('_', '/');
        // The secret may begin anywhere in a group of four.
        for (int skip = 0; skip < 4; skip++)
        {
            int left = standard.Length - skip;
            int length = left - (left % 4 == 1 ? 1 : 0);
            string piece = standard.Substring(skip, length).PadRight((length + 3) / 4 * 4, '=');
            byte[] bytes = new byte[piece.Length];
            if (length > 0 && Convert.TryFromBase64String(piece, bytes, out int written))
            {
                yield return TextOf(bytes.AsSpan(0, written));
            }
        }

        for (int skip = 0; skip < 2; skip++)
        {
            string digits = run[skip..(run.Length - ((run.Length - skip) % 2))];
            if (digits.All(char.IsAsciiHexDigit))
            {
                yield return TextOf(Convert.FromHexString(digits));
            }
        }
    }

    // Also covers UTF-16, by removing its zero bytes.
    private static string TextOf(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
}

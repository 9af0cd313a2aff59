using System.Text.Json;
using System.Text.Unicode;

namespace Personio.Rest.Json;

/// <summary>
/// Turns the bytes of an answer into JSON that can be read completely. A body that is not valid is rejected here rather
/// than by the code that reads a member later.
/// </summary>
internal static class JsonSanitizer
{
    private const int EscapeLength = 6;

    /// <summary>
    /// Removes the byte order mark that some gateways prepend. A lone surrogate, such as half an emoji, is not valid
    /// text and is kept as its escape: <c>\ud83d</c>.
    /// </summary>
    /// <exception cref="JsonException">The body is not UTF-8, as JSON has to be (RFC 8259, section 8.1).</exception>
    public static ReadOnlyMemory<byte> Sanitize(ReadOnlyMemory<byte> body)
    {
        ReadOnlyMemory<byte> text = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        return !Utf8.IsValid(text.Span) ? throw new JsonException("The answer is not written in UTF-8.")
            : FindLoneSurrogates(text.Span) is { Count: > 0 } halves ? WriteEscaped(text.Span, halves)
            : text;
    }

    // The offsets of escaped lone surrogates; null if the text contains no surrogate escapes at all.
    private static List<int>? FindLoneSurrogates(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0)
        {
            return null;
        }

        var halves = new List<int>();
        int at = 0;
        while (text[at..].IndexOf((byte)'\\') is var next and >= 0)
        {
            at += next;
            int sign = CodeUnitOf(text, at);
            if (sign is < 0xD800 or > 0xDFFF)
            {
                // The character after a backslash does not start an escape itself.
                at = Math.Min(at + 2, text.Length);
            }
            else if (sign < 0xDC00 && CodeUnitOf(text, at + EscapeLength) is >= 0xDC00 and <= 0xDFFF)
            {
                at += 2 * EscapeLength;
            }
            else
            {
                halves.Add(at);
                at += EscapeLength;
            }
        }

        return halves;
    }

    // The UTF-16 code unit of an escape such as \u00fc; -1 if there is none.
    private static int CodeUnitOf(ReadOnlySpan<byte> text, int at)
    {
        if (at + EscapeLength > text.Length || text[at] != (byte)'\\' || text[at + 1] != (byte)'u')
        {
            return -1;
        }

        int sign = 0;
        foreach (byte digit in text.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return -1;
            }

            sign = (sign << 4) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return sign;
    }

    // One more backslash turns an escape into plain text.
    private static byte[] WriteEscaped(ReadOnlySpan<byte> text, List<int> halves)
    {
        byte[] written = new byte[text.Length + halves.Count];
        int from = 0;
        for (int i = 0; i < halves.Count; i++)
        {
            text[from..halves[i]].CopyTo(written.AsSpan(from + i));
            written[halves[i] + i] = (byte)'\\';
            from = halves[i];
        }

        text[from..].CopyTo(written.AsSpan(from + halves.Count));
        return written;
    }
}

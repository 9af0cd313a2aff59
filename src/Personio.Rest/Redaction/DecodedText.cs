using System.Globalization;
using System.Net;
using System.Text;

namespace Personio.Rest;

/// <summary>
/// A text with one layer of escapes removed that remembers where each of its characters came from. Handles percent
/// signs, HTML entities, and the escapes of JSON and quoted-printable.
/// </summary>
internal sealed class DecodedText
{
    private const int MaxEntityLength = 10;

    private readonly List<(int From, int To)> _origins;

    private DecodedText(string text, List<(int From, int To)> origins)
    {
        Text = text;
        _origins = origins;
    }

    /// <summary>The decoded text.</summary>
    public string Text { get; }

    /// <summary>
    /// The original text without invisible characters, which may be hidden between any two characters.
    /// </summary>
    public static DecodedText Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        var origins = new List<(int, int)>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!CharacterKind.IsInvisible(text[i]))
            {
                visible.Append(text[i]);
                origins.Add((i, i + 1));
            }
        }

        return new DecodedText(visible.ToString(), origins);
    }

    /// <summary>Returns where a piece of this text is in the original text.</summary>
    public (int From, int To) OriginOf(int at, int length) => (_origins[at].From, _origins[at + length - 1].To);

    /// <summary>The text with one more layer of escapes removed; null if it has none.</summary>
    /// <param name="isForm">Whether a plus sign stands for a space, as in forms.</param>
    public DecodedText? Decoded(bool isForm)
    {
        if (Text.AsSpan().IndexOfAny("%&\\=") < 0 && !(isForm && Text.Contains('+', StringComparison.Ordinal)))
        {
            return null;
        }

        var decoded = new StringBuilder(Text.Length);
        var origins = new List<(int, int)>(Text.Length);
        int at = 0;
        while (at < Text.Length)
        {
            (string sign, int length) = Text[at] switch
            {
                '%' or '=' => Bytes(at),
                '&' => Entity(at),
                '\\' => Escape(at),
                '+' when isForm => (" ", 1),
                _ => (Text[at].ToString(), 1),
            };
            foreach (char c in sign)
            {
                if (!CharacterKind.IsInvisible(c))
                {
                    decoded.Append(c);
                    origins.Add(OriginOf(at, length));
                }
            }

            at += length;
        }

        return decoded.Length == Text.Length && Text.AsSpan().SequenceEqual(decoded.ToString())
            ? null
            : new DecodedText(decoded.ToString(), origins);
    }

    // One UTF-8 character, which may be several bytes.
    private (string Sign, int Length) Bytes(int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = 0;
        while (count < bytes.Length && Hex(at + (count * 3) + 1, 2) is { } value
            && Text[at + (count * 3)] == Text[at] && (count == 0 || (value & 0xC0) == 0x80))
        {
            bytes[count++] = (byte)value;
            if (bytes[0] < 0x80)
            {
                break;
            }
        }

        if (count == 0)
        {
            return (Text[at].ToString(), 1);
        }

        Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out int used);
        return (rune.ToString(), used * 3);
    }

    private (string Sign, int Length) Entity(int at)
    {
        int end = Text.IndexOf(';', at, Math.Min(MaxEntityLength, Text.Length - at));
        return end < 0 || WebUtility.HtmlDecode(Text[at..(end + 1)]) is var sign && sign.Length > 2
            ? ("&", 1)
            : (sign, end + 1 - at);
    }

    private (string Sign, int Length) Escape(int at)
    {
        char kind = at + 1 < Text.Length ? Text[at + 1] : ' ';
        return kind switch
        {
            'u' or 'U' when Hex(at + 2, 4) is { } sign => (((char)sign).ToString(), 6),
            'x' or 'X' when Hex(at + 2, 2) is { } sign => (((char)sign).ToString(), 4),
            '"' or '\'' or '/' or '\\' => (kind.ToString(), 2),
            _ => ("\\", 1),
        };
    }

    private int? Hex(int at, int digits) =>
        at + digits <= Text.Length
        && int.TryParse(
            Text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            ? value
            : null;
}

using System.Globalization;
using System.Text;

namespace Personio.Client;

/// <summary>
/// Decodes the bytes of a file. A byte order mark determines the encoding; otherwise, the specified encoding is used;
/// otherwise, the text must be UTF-8. Invalid bytes are an error and never replaced by other characters.
/// </summary>
public static class FileText
{
    /// <summary>Returns the encoding with a name or code page number.</summary>
    /// <param name="name">
    /// A number such as 1252, a name such as windows-1252 or iso-8859-15, or a short name: ansi, oem, ascii, latin1,
    /// utf8, utf8BOM, utf8NoBOM, unicode, bigendianunicode, utf32.
    /// </param>
    /// <param name="culture">The culture whose code pages ansi and oem refer to.</param>
    /// <exception cref="FormatException">The encoding is unknown.</exception>
    public static Encoding EncodingOf(string name, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(culture);
        string plain = name.Trim();
        return plain.ToUpperInvariant() switch
        {
            "ANSI" => FindCodePage(culture.TextInfo.ANSICodePage),
            "OEM" => FindCodePage(culture.TextInfo.OEMCodePage),
            "LATIN1" => FindCodePage(28591),
            "UTF8" or "UTF8BOM" or "UTF8NOBOM" or "DEFAULT" => FindCodePage(65001),
            "UNICODE" => FindCodePage(1200),
            "BIGENDIANUNICODE" => FindCodePage(1201),
            "UTF32" => FindCodePage(12000),
            _ => Find(plain) ?? throw new FormatException($"'{name}' is not the name or number of an encoding."),
        };
    }

    /// <summary>Decodes the bytes of a file.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="encoding">The specified encoding; null if none was specified.</param>
    /// <exception cref="FileTextException">Some bytes are not valid in the encoding.</exception>
    public static string Read(ReadOnlySpan<byte> bytes, Encoding? encoding)
    {
        (Encoding? marked, int length) = DetectByteOrderMark(bytes);
        Encoding used = WithExceptions(marked ?? encoding ?? Encoding.UTF8);
        ReadOnlySpan<byte> body = bytes[length..];
        try
        {
            string text = used.GetString(body);
            // UTF-16 is often valid UTF-8 too, with a null character after each letter.
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new FileTextException(
                    $"it has null characters, as a file in another encoding than {used.WebName}", FileRemedy.Encoding)
                : text;
        }
        catch (DecoderFallbackException fault)
        {
            throw new FileTextException(
                $"it is not in {used.WebName}: line {LineOf(body, fault.Index)} has a byte that does not belong there "
                + $"({string.Concat((fault.BytesUnknown ?? []).Select(one => $"0x{one:X2}"))})",
                FileRemedy.Encoding,
                inner: fault);
        }
    }

    private static (Encoding? Encoding, int Length) DetectByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static int LineOf(ReadOnlySpan<byte> bytes, int index) =>
        1 + bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n');

    private static Encoding WithExceptions(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private static Encoding FindCodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number);

    // The Windows code pages are part of the runtime but not registered by default.
    private static Encoding? Find(string name)
    {
        try
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? FindCodePage(number)
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

using System.Text;

namespace Personio.Client;

/// <summary>Makes names that somebody else gave safe to be the names of files, on every system.</summary>
public static class SafeFileName
{
    // File systems take 255 bytes; what is left is for a number or an ending behind it.
    private const int MostBytes = 200;
    private const int LongestExtension = 20;

    private static readonly HashSet<string> s_reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. "0123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" }),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name as one part of a path: without folders, control characters, signs that Windows forbids, names that
    /// Windows reserves, dots at its ends, and at most 200 bytes long.
    /// </summary>
    /// <param name="name">The name; anything can stand in it.</param>
    /// <param name="otherwise">The name to take where nothing is left; safe itself.</param>
    public static string Create(string? name, string otherwise)
    {
        IEnumerable<string> parts = (name ?? "").Split('/', '\\')
            .Select(part => part.Trim())
            .Where(part => part.Length > 0 && part.Trim('.').Length > 0);
        string text = Ends(new string([.. string.Join('_', parts).SelectMany(Visible)]));
        text = Hidden(Normalized(text));
        text = Ends(Shortened(text));
        string stem = text.Split('.')[0].TrimEnd();
        return text.Length == 0 ? otherwise : s_reserved.Contains(stem) ? $"_{text}" : text;
    }

    /// <summary>The name with something put before its extension: <c>Contract (7781).pdf</c>.</summary>
    public static string With(string name, string mark)
    {
        string extension = Extension(name);
        return $"{name[..^extension.Length]} ({mark}){extension}";
    }

    // Signs that cannot be seen, such as those that turn the direction of writing, make a name look like another one.
    private static IEnumerable<char> Visible(char c) =>
        CharacterKind.IsFormat(c) ? ""
        : CharacterKind.BreaksLine(c) || c is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? "_"
        : [c];

    private static string Ends(string text) => text.Trim().TrimEnd('.', ' ');

    // A leading dot hides a file, and some such files are read as settings.
    private static string Hidden(string text) => text.StartsWith('.') ? $"_{text.TrimStart('.')}" : text;

    private static string Normalized(string text)
    {
        // Half of a sign, as of an emoji cut in two, is not a text that can be written.
        string whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        return whole.Normalize(NormalizationForm.FormC);
    }

    private static string Shortened(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MostBytes)
        {
            return text;
        }

        string extension = Extension(text);
        int left = MostBytes - Encoding.UTF8.GetByteCount(extension);
        var stem = new StringBuilder();
        foreach (Rune rune in text[..^extension.Length].EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
            {
                break;
            }

            stem.Append(rune.ToString());
        }

        return stem.ToString().TrimEnd() + extension;
    }

    private static string Extension(string name) =>
        Path.GetExtension(name) is { Length: > 1 and <= LongestExtension } extension && extension.Length < name.Length
            ? extension
            : "";
}

using System.Text;

namespace Personio.Client;

/// <summary>Converts untrusted names to file names that are safe on every operating system.</summary>
public static class SafeFileName
{
    // File systems allow 255 bytes; the rest is reserved for a number or an extension.
    private const int MaxBytes = 200;
    private const int MaxExtensionLength = 20;

    private static readonly HashSet<string> s_reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. "0123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" }),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the name as a single path segment of at most 200 bytes: without folders, control characters, characters
    /// that Windows forbids, names that Windows reserves, and dots at either end.
    /// </summary>
    /// <param name="name">The name; may contain any characters.</param>
    /// <param name="fallback">The name to use if nothing is left; must be safe itself.</param>
    public static string Create(string? name, string fallback)
    {
        IEnumerable<string> parts = (name ?? "").Split('/', '\\')
            .Select(part => part.Trim())
            .Where(part => part.Length > 0 && part.Trim('.').Length > 0);
        string text = TrimEnds(new string([.. string.Join('_', parts).SelectMany(Visible)]));
        text = Unhide(Normalize(text));
        text = TrimEnds(Shorten(text));
        string stem = text.Split('.')[0].TrimEnd();
        return text.Length == 0 ? fallback : s_reserved.Contains(stem) ? $"_{text}" : text;
    }

    /// <summary>Inserts a mark before the extension of a name: <c>Contract (7781).pdf</c>.</summary>
    public static string With(string name, string mark)
    {
        string extension = Extension(name);
        return $"{name[..^extension.Length]} ({mark}){extension}";
    }

    // Invisible characters, such as those that change the writing direction, make a name look like a different one.
    private static IEnumerable<char> Visible(char c) =>
        CharacterKind.IsFormat(c) ? ""
        : CharacterKind.BreaksLine(c) || c is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? "_"
        : [c];

    private static string TrimEnds(string text) => text.Trim().TrimEnd('.', ' ');

    // A leading dot hides a file, and some hidden files are read as configuration.
    private static string Unhide(string text) => text.StartsWith('.') ? $"_{text.TrimStart('.')}" : text;

    private static string Normalize(string text)
    {
        // Half a surrogate pair, as of an emoji cut in two, cannot be written.
        string whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        return whole.Normalize(NormalizationForm.FormC);
    }

    private static string Shorten(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MaxBytes)
        {
            return text;
        }

        string extension = Extension(text);
        int left = MaxBytes - Encoding.UTF8.GetByteCount(extension);
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
        Path.GetExtension(name) is { Length: > 1 and <= MaxExtensionLength } extension && extension.Length < name.Length
            ? extension
            : "";
}

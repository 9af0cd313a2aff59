namespace Personio.Models;

/// <summary>Combines the names of a person.</summary>
internal static class FullName
{
    /// <summary>Returns the first and last name; null if both are missing.</summary>
    public static string? Create(string? first, string? last) =>
        $"{first?.Trim()} {last?.Trim()}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>
    /// Returns the name a person goes by. The preferred name is the full name, as Personio shows it. If it is a single
    /// word, the last name is appended, unless the word already contains it. Without a preferred name, returns the
    /// first and last name.
    /// </summary>
    /// <returns>The name; null if all names are missing.</returns>
    public static string? Create(string? preferred, string? first, string? last)
    {
        string[] words = (preferred ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => Create(first, last),
            [string only] when !Has(only, last) => Create(only, last),
            _ => preferred!.Trim(),
        };
    }

    // "Meyer" and "Lutz-Meyer" contain the last name Meyer; "Lisa" does not contain the last name Li.
    private static bool Has(string word, string? last) =>
        word.Split('-').Append(word).Contains(last?.Trim(), StringComparer.CurrentCultureIgnoreCase);
}

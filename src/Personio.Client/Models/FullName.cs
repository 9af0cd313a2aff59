namespace Personio.Models;

/// <summary>Puts the names of a person together.</summary>
internal static class FullName
{
    /// <summary>First and last name; null where both are missing.</summary>
    public static string? Create(string? first, string? last) =>
        $"{first?.Trim()} {last?.Trim()}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>
    /// The name a person goes by. The preferred name is the whole one, as Personio shows it; where it is a single word
    /// the last name is added, unless that is the word itself. Without a preferred name it is first and last name.
    /// </summary>
    /// <returns>Null where all are missing.</returns>
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

    // "Meyer" and "Lutz-Meyer" have the last name Meyer; "Lisa" has not the last name Li.
    private static bool Has(string word, string? last) =>
        word.Split('-').Append(word).Contains(last?.Trim(), StringComparer.CurrentCultureIgnoreCase);
}

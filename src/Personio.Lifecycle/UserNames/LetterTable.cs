namespace Personio.Lifecycle;

/// <summary>
/// The letters that have a spelling of their own instead of just losing their diacritics, in lower case.
/// </summary>
internal static class LetterTable
{
    private static readonly Dictionary<string, string> s_german = new(StringComparer.Ordinal)
    {
        ["ä"] = "ae", ["ö"] = "oe", ["ü"] = "ue", ["ß"] = "ss", ["ẞ"] = "ss", ["æ"] = "ae", ["œ"] = "oe",
        ["ø"] = "oe", ["å"] = "a", ["đ"] = "d", ["ð"] = "d", ["þ"] = "th", ["ł"] = "l", ["ħ"] = "h", ["ı"] = "i",
        ["İ"] = "i", ["ŋ"] = "n", ["ŧ"] = "t", ["ĳ"] = "ij", ["ſ"] = "s",
    };

    private static readonly Dictionary<string, string> s_scandinavian = new(s_german, StringComparer.Ordinal)
    {
        ["å"] = "aa",
    };

    private static readonly Dictionary<string, string> s_plain = new(s_german, StringComparer.Ordinal)
    {
        ["ä"] = "a", ["ö"] = "o", ["ü"] = "u", ["å"] = "a", ["ø"] = "o",
    };

    /// <summary>Returns the table of a transliteration; custom entries take precedence.</summary>
    public static IReadOnlyDictionary<string, string> For(
        Transliteration spelling, IReadOnlyDictionary<string, string>? own)
    {
        Dictionary<string, string> table = spelling switch
        {
            Transliteration.Scandinavian => s_scandinavian,
            Transliteration.Plain => s_plain,
            _ => s_german,
        };
        if (own is null or { Count: 0 })
        {
            return table;
        }

        var joined = new Dictionary<string, string>(table, StringComparer.Ordinal);
        foreach ((string letter, string spelled) in own)
        {
            string composed = ValueText.Compose(letter).ToLowerInvariant();
            joined[composed] = spelled.ToLowerInvariant();
        }

        return joined;
    }
}

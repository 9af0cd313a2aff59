using System.Globalization;

namespace Personio;

/// <summary>How a page shows types of absence: each with letters of its own, and with a color.</summary>
internal sealed class TypeLegend
{
    private readonly Dictionary<string, (string Code, int Color)> _types = new(StringComparer.Ordinal);

    /// <summary>Gives each type that is used its letters and its color.</summary>
    /// <param name="all">The names of the company's types, in its order.</param>
    /// <param name="used">The names of the types that occur; those the company does not have are allowed.</param>
    /// <param name="colors">How many colors there are; further types share them.</param>
    public TypeLegend(IEnumerable<string> all, IEnumerable<string> used, int colors)
    {
        HashSet<string> wanted = [.. used];
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var free = new List<int>();
        int place = 0;
        foreach (string name in all.Concat(wanted.Order(StringComparer.Ordinal)).Distinct().ToArray())
        {
            string code = Codes(name).First(codes.Add);
            if (wanted.Contains(name))
            {
                // Its own color by its place in the company, if another type does not have that already.
                free = free.Count > 0 ? free : [.. Enumerable.Range(0, colors)];
                int color = free.Contains(place % colors) ? place % colors : free[0];
                free.Remove(color);
                _types[name] = (code, color);
            }

            place++;
        }
    }

    /// <summary>The types in the order of the company.</summary>
    public IEnumerable<string> Names => _types.Keys;

    /// <summary>The letters of a type.</summary>
    public string CodeOf(string type) => _types[type].Code;

    /// <summary>The number of the color of a type.</summary>
    public int ColorOf(string type) => _types[type].Color;

    // V, then the first letters of two words, then V with each later letter, then V with a number.
    private static IEnumerable<string> Codes(string name)
    {
        string[][] words =
        [
            .. name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Letters)
                .Where(letters => letters.Length > 0),
        ];
        string first = words.Length > 0 ? words[0][0].ToUpperInvariant() : "?";
        yield return first;
        foreach (string letter in words.Skip(1).Select(word => word[0])
            .Concat(words.SelectMany(word => word).Skip(1)))
        {
            yield return first + letter.ToLowerInvariant();
        }

        for (int number = 2; ; number++)
        {
            yield return FormattableString.Invariant($"{first}{number}");
        }
    }

    // As a reader sees them: a letter with its accent is one.
    private static string[] Letters(string word)
    {
        var letters = new List<string>();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            if (char.IsLetterOrDigit(element, 0))
            {
                letters.Add(element);
            }
        }

        return [.. letters];
    }
}

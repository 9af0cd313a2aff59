using System.Globalization;

namespace Personio;

/// <summary>Assigns unique letters and a color to each absence type on a page.</summary>
internal sealed class TypeLegend
{
    private readonly Dictionary<string, (string Code, int Color)> _types = new(StringComparer.Ordinal);

    /// <summary>Assigns letters and a color to each type that is used.</summary>
    /// <param name="all">The names of the company's types, in its order.</param>
    /// <param name="used">The names of the types that occur, including types that the company does not have.</param>
    /// <param name="colors">The number of colors; types beyond that share them.</param>
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
                // A type keeps the color of its position in the company's list, unless another type already has that
                // color.
                free = free.Count > 0 ? free : [.. Enumerable.Range(0, colors)];
                int color = free.Contains(place % colors) ? place % colors : free[0];
                free.Remove(color);
                _types[name] = (code, color);
            }

            place++;
        }
    }

    /// <summary>The types that occur, in the company's order.</summary>
    public IEnumerable<string> Names => _types.Keys;

    /// <summary>The letters of a type.</summary>
    public string CodeOf(string type) => _types[type].Code;

    /// <summary>The number of the color of a type.</summary>
    public int ColorOf(string type) => _types[type].Color;

    // For example V, then V with the first letter of each further word, then V with each further letter, then V with a
    // number.
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

    // Splits by grapheme: a letter and its combining accent count as one.
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

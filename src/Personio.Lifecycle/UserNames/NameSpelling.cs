using System.Globalization;
using System.Text;

namespace Personio.Lifecycle;

/// <summary>Spells a name with a-z, 0-9 and hyphens, the same in every culture, without guessing.</summary>
internal sealed class NameSpelling(Transliteration spelling, IReadOnlyDictionary<string, string>? letters)
{
    private readonly IReadOnlyDictionary<string, string> _table = LetterTable.For(spelling, letters);

    /// <summary>Spells a name.</summary>
    /// <param name="name">The name; null or empty yields an empty text.</param>
    /// <param name="unknown">The first letter without a spelling; null if all have one.</param>
    public string Spell(string? name, out string? unknown)
    {
        unknown = null;
        string composed = ValueText.Compose(name ?? "").Trim();
        var spelled = new StringBuilder(composed.Length + 4);
        foreach (Rune letter in composed.EnumerateRunes())
        {
            if (!Append(spelled, Rune.ToLowerInvariant(letter).ToString()) && unknown is null)
            {
                unknown = letter.ToString();
            }
        }

        return Collapse(spelled);
    }

    private bool Append(StringBuilder spelled, string letter)
    {
        if (_table.TryGetValue(letter, out string? known))
        {
            spelled.Append(known);
            return true;
        }

        foreach (Rune part in letter.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (_table.TryGetValue(part.ToString(), out known))
            {
                spelled.Append(known);
            }
            else if (part.Value is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                spelled.Append((char)part.Value);
            }
            else if (IsSeparator(part))
            {
                spelled.Append('-');
            }
            else if (IsLetter(part) && !IsApostrophe(part))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsApostrophe(Rune sign) => sign.Value is 0x02BC or 0x02BB or 0x02B9 or 0x02BE or 0x02BF;

    private static bool IsSeparator(Rune sign) => sign.Value is '/' or '_' || Rune.IsWhiteSpace(sign)
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.DashPunctuation;

    // Digits of other scripts are rejected like letters; we do not guess.
    private static bool IsLetter(Rune sign) => Rune.IsLetter(sign) || Rune.IsNumber(sign)
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.OtherNotAssigned;

    private static string Collapse(StringBuilder spelled)
    {
        var name = new StringBuilder(spelled.Length);
        for (int i = 0; i < spelled.Length; i++)
        {
            if (spelled[i] != '-' || (name.Length > 0 && name[^1] != '-'))
            {
                name.Append(spelled[i]);
            }
        }

        return name.ToString().TrimEnd('-');
    }
}

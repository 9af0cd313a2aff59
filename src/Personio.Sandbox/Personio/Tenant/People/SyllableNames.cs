using System.Text;

namespace Personio.Sandbox.Tenant;

/// <summary>Composes names from syllables, so that this source contains no real names.</summary>
internal sealed class SyllableNames(int seed, string part = "names")
{
    private static readonly string[] s_starts =
        ["ka", "lo", "mi", "ru", "ve", "sö", "tä", "nü", "jo", "fe", "bri", "dal", "ze", "gro", "hin", "pla"];

    private static readonly string[] s_middles = ["ra", "ne", "li", "do", "mu", "va", "ti", "ko"];

    private static readonly string[] s_firstEnds = ["na", "rik", "las", "ta", "mon", "wen", "sa", "lo"];

    private static readonly string[] s_lastEnds = ["ßen", "dorn", "wick", "lund", "ström", "groß", "tal", "sen"];

    private readonly Dice _dice = new(seed, part);

    public string First() => Compose(s_firstEnds);

    public string Last() => Compose(s_lastEnds);

    /// <summary>Converts a name to the characters allowed in an email address.</summary>
    public static string ForAddress(string name)
    {
        string plain = name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal).Replace("ł", "l", StringComparison.Ordinal)
            .Replace("ı", "i", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD);
        return string.Concat(plain.Where(char.IsAsciiLetter));
    }

    private string Compose(string[] ends)
    {
        string start = _dice.Pick(s_starts);
        string middle = _dice.Chance(60) ? _dice.Pick(s_middles) : "";
        return char.ToUpperInvariant(start[0]) + start[1..] + middle + _dice.Pick(ends);
    }
}

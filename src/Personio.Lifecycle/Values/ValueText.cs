using System.Collections;
using System.Globalization;
using System.Text;

namespace Personio.Lifecycle;

/// <summary>
/// Brings values on both sides into one canonical form. Differences in form are not changes; otherwise the same update
/// would recur every night.
/// </summary>
internal static class ValueText
{
    // Invisible characters that come along when an ID or an address is copied from a chat or a page.
    private static readonly char[] s_invisible = ['\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF'];

    /// <summary>
    /// Whether a character is invisible or changes the direction of the text after it. Such a value reads differently
    /// from what is written, so someone who approves it would be deceived. Joiners, which some scripts need, are not
    /// among them.
    /// </summary>
    public static bool IsHidden(char letter) => letter is >= '\u202A' and <= '\u202E'
        or >= '\u2066' and <= '\u2069' || s_invisible.Contains(letter);

    /// <summary>A text without hidden characters.</summary>
    public static string WithoutHidden(string text) =>
        text.Any(IsHidden) ? string.Concat(text.Where(letter => !IsHidden(letter))) : text;

    /// <summary>A trimmed text; null if nothing is left.</summary>
    public static string? Plain(object? value)
    {
        string? text = Scalar(value)?.Trim();
        if (text?.Length > 0 && (s_invisible.Contains(text[0]) || s_invisible.Contains(text[^1])))
        {
            text = text.Trim(s_invisible).Trim();
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>
    /// A trimmed text with composed letters, for comparing addresses and names; null if nothing is left.
    /// </summary>
    public static string? Name(object? value) => Plain(value) is { } text ? Compose(text) : null;

    /// <summary>The canonical form: null, a string, or a sorted array of distinct strings.</summary>
    public static object? Canonical(object? value)
    {
        switch (value)
        {
            case null:
                return null;
            case string text:
                return Clean(text);
            case IDictionary:
                return Clean(value.ToString() ?? "");
            case IEnumerable sequence:
                string[] items =
                [
                    .. sequence.Cast<object?>().Select(item => Clean(Scalar(item) ?? "")).OfType<string>()
                        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
                ];
                return items.Length == 0 ? null : items;
            default:
                return Clean(Scalar(value) ?? "");
        }
    }

    /// <summary>Whether two canonical values are equal.</summary>
    public static bool AreEqual(object? first, object? second, bool ignoreCase)
    {
        StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return (first, second) switch
        {
            (null, null) => true,
            (string a, string b) => comparer.Equals(a, b),
            (string[] a, string[] b) => a.Length == b.Length && new HashSet<string>(a, comparer).SetEquals(b),
            // A one-element list equals its only value, because files have no lists.
            (string a, string[] { Length: 1 } b) => comparer.Equals(a, b[0]),
            (string[] { Length: 1 } a, string b) => comparer.Equals(a[0], b),
            _ => false,
        };
    }

    /// <summary>A canonical value as text for people.</summary>
    public static string Show(object? value) => value switch
    {
        null => "(empty)",
        string[] items => string.Join("; ", items),
        _ => value.ToString() ?? "",
    };

    private static string? Scalar(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => DayText.Iso(day),
        DateTime { TimeOfDay.Ticks: 0 } day => DayText.Iso(DateOnly.FromDateTime(day)),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string? Clean(string text)
    {
        if (IsClean(text))
        {
            return text.Length == 0 ? null : text;
        }

        string composed = Compose(text);
        var clean = new StringBuilder(composed.Length);
        bool isGap = false;
        foreach (char letter in composed)
        {
            if (char.IsWhiteSpace(letter))
            {
                isGap = clean.Length > 0;
            }
            else if (!char.IsControl(letter) && !IsHidden(letter))
            {
                if (isGap)
                {
                    clean.Append(' ');
                    isGap = false;
                }

                clean.Append(letter is '\u2019' or '\u2018' or '\u02BC' or '\u0060' or '\u00B4' or '\u2032' ? '\''
                    : letter);
            }
        }

        return clean.Length == 0 ? null : clean.ToString();
    }

    /// <summary>
    /// Composes letters and their diacritics. A lone surrogate, which no directory accepts, becomes a replacement
    /// character.
    /// </summary>
    public static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }

    // Most values are already clean, so nothing is allocated for them.
    private static bool IsClean(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            bool isEdge = i == 0 || i == text.Length - 1;
            if (letter is < ' ' or > '~' or '`' || (letter == ' ' && (isEdge || text[i - 1] == ' ')))
            {
                return false;
            }
        }

        return true;
    }
}

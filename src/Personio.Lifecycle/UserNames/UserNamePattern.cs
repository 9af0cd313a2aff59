using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Personio.Lifecycle;

/// <summary>Generates the user names that a person could have, in the order in which they are tried.</summary>
internal sealed partial class UserNamePattern
{
    /// <summary>The last number that is tried.</summary>
    public const int MaxNumber = 99;

    private readonly string _pattern;
    private readonly UserNameOptions _options;
    private readonly bool _usePreferredName;
    private readonly NameSpelling _spelling;
    private readonly PersonPattern? _personPattern;
    private readonly int _maxLength;

    public UserNamePattern(
        string pattern, int maxLength, UserNameOptions options, bool usePreferredName = false)
    {
        _pattern = pattern;
        _maxLength = maxLength;
        _options = options;
        _usePreferredName = usePreferredName;
        _spelling = new NameSpelling(options.Transliteration, options.Letters);
        _personPattern = options.PatternOf is { } patternOf ? new PersonPattern(patternOf, _spelling) : null;
        foreach (Match match in Placeholder().Matches(pattern))
        {
            if (match.Value is not ("{given}" or "{family}" or "{g}" or "{f}" or "{email-local}" or "{email}"))
            {
                throw new LifecycleException(
                    LifecycleErrors.InvalidOption,
                    $"User name pattern '{pattern}' has the unknown part '{match.Value}'. Use {{given}}, {{family}}, "
                        + "{g}, {f}, {email-local} or {email}.");
            }
        }

        if (!Placeholder().IsMatch(pattern) || maxLength < 4)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"User name pattern '{pattern}' with a length of {maxLength} makes no names. Use a pattern such as "
                + "{given}.{family}, and a length of 4 or more.");
        }
    }

    /// <summary>Generates the name with a number; null if that is not possible, together with the reason.</summary>
    /// <param name="person">The person.</param>
    /// <param name="number">1 for the plain name, 2 and up for the alternatives.</param>
    /// <param name="reason">What is missing: a sentence without its period; null if a name was generated.</param>
    public string? Create(PersonRow person, int number, out string? reason)
    {
        reason = null;
        string? pattern = _personPattern is null ? _pattern : _personPattern.PatternOf(person, out reason);
        return pattern is null ? null : Create(pattern, person, number, out reason);
    }

    private string? Create(string pattern, PersonRow person, int number, out string? reason)
    {
        string suffix = number < 2 ? "" : number.ToString(CultureInfo.InvariantCulture);
        string? given = SpellPart(SpellGivenName(person), out string? first);
        string? family = SpellPart(person.LastName, out string? second);
        bool usesGiven = Uses(pattern, "{given}", "{g}");
        bool usesFamily = Uses(pattern, "{family}", "{f}");
        if ((usesGiven ? first : null) is { } letter || (letter = usesFamily ? second : null) is not null)
        {
            reason = NoSpelling(letter);
            return null;
        }

        if (pattern.Contains("{email", StringComparison.Ordinal) && ValueText.Plain(person.Email) is null)
        {
            reason = "there is no email address to make it from";
            return null;
        }

        string name = Fill(pattern, person, given, family, suffix);
        for (int cut = 1; name.Length > _maxLength && family is not null && cut < family.Length; cut++)
        {
            name = Fill(pattern, person, given, family[..^cut].TrimEnd('-'), suffix);
        }

        if (name.Length > _maxLength)
        {
            name = TruncateLocalPart(name, suffix);
        }

        reason = name.Length == suffix.Length ? "there is no name to make it from" : null;
        return reason is null ? name : null;
    }

    private string TruncateLocalPart(string name, string suffix)
    {
        int at = name.IndexOf('@', StringComparison.Ordinal);
        string domain = at < 0 ? "" : name[at..];
        string local = (at < 0 ? name : name[..at])[..^suffix.Length];
        int room = _maxLength - domain.Length - suffix.Length;
        return room < 1 ? suffix : local[..Math.Min(room, local.Length)].TrimEnd('-', '.') + suffix + domain;
    }

    private string? SpellGivenName(PersonRow person)
    {
        string? given = _usePreferredName && person.PreferredFirstName is { } preferred
            ? preferred
            : ValueText.Plain(person.FirstName);
        return _options.FirstGivenOnly && given is not null
            ? given.Split([' ', '\u00A0', '-', '\u2010', '\u2011'], StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault()
            : given;
    }

    private string? SpellPart(string? name, out string? unknown)
    {
        string spelled = _spelling.Spell(name, out unknown);
        return spelled.Length == 0 ? null : spelled;
    }

    /// <summary>Why a name with this letter cannot be generated.</summary>
    internal static string NoSpelling(string letter) => $"there is no spelling in a-z for '{letter}'";

    private static bool Uses(string pattern, string whole, string initial) =>
        pattern.Contains(whole, StringComparison.Ordinal) || pattern.Contains(initial, StringComparison.Ordinal);

    private string Fill(string pattern, PersonRow person, string? given, string? family, string suffix)
    {
        string email = FormatEmail(person.Email);
        int at = email.LastIndexOf('@');
        string text = new StringBuilder(pattern)
            .Replace("{given}", given).Replace("{family}", family)
            .Replace("{g}", given?[..1]).Replace("{f}", family?[..1])
            .Replace("{email-local}", at < 0 ? email : email[..at]).Replace("{email}", email)
            .ToString().ToLowerInvariant();
        int domain = text.IndexOf('@', StringComparison.Ordinal);
        string local = RepeatedSeparators().Replace(domain < 0 ? text : text[..domain], "$1").Trim('.', '-');
        return local.Length == 0 ? suffix : local + suffix + (domain < 0 ? "" : text[domain..]);
    }

    private string FormatEmail(string? email)
    {
        var text = new StringBuilder();
        foreach (Rune sign in ValueText.Compose(email ?? "").Trim().EnumerateRunes())
        {
            text.Append(sign.IsAscii ? sign.ToString() : _spelling.Spell(sign.ToString(), out _));
        }

        return text.ToString().ToLowerInvariant();
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    // A missing part leaves its separators behind: "a..b" and "a.-b".
    [GeneratedRegex(@"([.-])[.-]+")]
    private static partial Regex RepeatedSeparators();
}

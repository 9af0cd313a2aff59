using System.Text;
using System.Text.RegularExpressions;

namespace Personio.Lifecycle;

/// <summary>
/// Gets a user name pattern for each person from a function. Text outside the placeholders is spelled like a name,
/// because a pattern may already be a name.
/// </summary>
internal sealed partial class PersonPattern(Func<PersonRow, string?> patternOf, NameSpelling spelling)
{
    // The planner requests many numbers in a row for one person, and the function may be slow.
    private PersonRow? _person;
    private (string? Pattern, string? Why) _last;

    /// <summary>Returns the pattern of a person; null if there is none, together with the reason.</summary>
    public string? PatternOf(PersonRow person, out string? reason)
    {
        if (!ReferenceEquals(person, _person))
        {
            _last = Read(patternOf(person));
            _person = person;
        }

        reason = _last.Why;
        return _last.Pattern;
    }

    private (string? Pattern, string? Why) Read(string? given)
    {
        string text = ValueText.Compose(given ?? "").Trim();
        var pattern = new StringBuilder();
        int at = 0;
        foreach (Match known in KnownPlaceholder().Matches(text))
        {
            if (Append(pattern, text[at..known.Index]) is { } letter)
            {
                return (null, UserNamePattern.NoSpelling(letter));
            }

            pattern.Append(known.Value.ToLowerInvariant());
            at = known.Index + known.Length;
        }

        return Append(pattern, text[at..]) is { } last ? (null, UserNamePattern.NoSpelling(last))
            : pattern.Length == 0 ? (null, "-UserNamePattern gives none")
            : (pattern.ToString(), null);
    }

    // Returns the first letter without a spelling; null if all have one.
    private string? Append(StringBuilder pattern, string literal)
    {
        foreach (Rune sign in literal.EnumerateRunes())
        {
            if (sign.Value is '.' or '_' or '@')
            {
                pattern.Append((char)sign.Value);
                continue;
            }

            // A separator alone would be spelled as nothing.
            string spelled = spelling.Spell($"a{sign}a", out string? unknown)[1..^1];
            if (unknown is not null)
            {
                return unknown;
            }

            pattern.Append(spelled);
        }

        return null;
    }

    [GeneratedRegex(
        @"\{(given|family|g|f|email-local|email)\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KnownPlaceholder();
}

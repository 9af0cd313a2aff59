using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>
/// Names to match regardless of case: literally, or with their wildcards. Remembers which names were found.
/// </summary>
internal sealed class NamePatterns(IEnumerable<string> wanted)
{
    private readonly (string Text, NameWildcard Pattern)[] _patterns =
    [
        .. wanted.Select(text => (text.Trim(), new NameWildcard(text.Trim()))),
    ];

    private readonly HashSet<string> _matched = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True if any of the names has wildcards.</summary>
    public bool HasWildcards =>
        Array.Exists(_patterns, one => WildcardPattern.ContainsWildcardCharacters(one.Text));

    /// <summary>The names without wildcards that nothing has matched so far.</summary>
    public IEnumerable<string> Missing => _patterns.Select(one => one.Text)
        .Where(text => !WildcardPattern.ContainsWildcardCharacters(text) && !_matched.Contains(text));

    /// <summary>All names by which a person can be found.</summary>
    public static IEnumerable<string?> NamesOf(Person person) =>
    [
        person.DisplayName, person.FirstName, person.LastName, person.PreferredName,
        $"{person.FirstName} {person.LastName}",
    ];

    /// <summary>True if any of the names matches.</summary>
    public bool IsMatch(IEnumerable<string?> names)
    {
        string[] all = [.. names.OfType<string>().Select(name => name.Trim())];
        bool isWanted = false;
        foreach ((string text, NameWildcard pattern) in _patterns)
        {
            if (Array.Exists(all, name =>
                name.Equals(text, StringComparison.OrdinalIgnoreCase) || pattern.IsMatch(name)))
            {
                _matched.Add(text);
                isWanted = true;
            }
        }

        return isWanted;
    }
}

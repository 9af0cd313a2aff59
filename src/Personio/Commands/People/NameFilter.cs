using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>
/// The names that persons are looked for by. The service compares them as they are; those with wildcards are compared
/// here, without regard to case.
/// </summary>
/// <param name="given">Each name that was given, and where a person has it; null does not filter.</param>
internal sealed class NameFilter(params (string? Wanted, Func<Person, string?> NameOf)[] given)
{
    private readonly (WildcardPattern Pattern, Func<Person, string?> NameOf)[] _filters =
    [
        .. given.Where(one => HasWildcards(one.Wanted)).Select(one => (
            new WildcardPattern(one.Wanted, WildcardOptions.IgnoreCase), one.NameOf)),
    ];

    /// <summary>Whether nothing is left out here, so that the service can count the rows.</summary>
    public bool IsEmpty => _filters.Length == 0;

    /// <summary>What the service is asked for: null where the filter is done here.</summary>
    public static string? ForService(string? wanted) => HasWildcards(wanted) ? null : wanted;

    /// <summary>Whether a person has the names that were given with wildcards.</summary>
    public bool IsWanted(Person person) =>
        _filters.All(filter => filter.NameOf(person) is { } name && filter.Pattern.IsMatch(name));

    private static bool HasWildcards(string? name) => WildcardPattern.ContainsWildcardCharacters(name);
}

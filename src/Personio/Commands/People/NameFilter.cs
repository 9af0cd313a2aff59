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
    private readonly List<Predicate<Person>> _filters = Filters(given);

    /// <summary>Whether nothing is left out here, so that the service can count the rows.</summary>
    public bool IsEmpty => _filters.Count == 0;

    /// <summary>What the service is asked for: null where the filter is done here.</summary>
    public static string? ForService(string? wanted) => HasWildcards(wanted) ? null : wanted;

    /// <summary>Whether a person has the names that were given with wildcards.</summary>
    public bool IsWanted(Person person) => _filters.TrueForAll(filter => filter(person));

    private static List<Predicate<Person>> Filters((string? Wanted, Func<Person, string?> NameOf)[] given)
    {
        var filters = new List<Predicate<Person>>();
        foreach ((string? wanted, Func<Person, string?> nameOf) in given)
        {
            if (HasWildcards(wanted))
            {
                var pattern = new WildcardPattern(wanted, WildcardOptions.IgnoreCase);
                filters.Add(person => nameOf(person) is { } name && pattern.IsMatch(name));
            }
        }

        return filters;
    }

    private static bool HasWildcards(string? name) => WildcardPattern.ContainsWildcardCharacters(name);
}

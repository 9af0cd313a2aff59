using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>
/// The names to filter persons by. The service matches exact names; names with wildcards are matched here, regardless
/// of case.
/// </summary>
/// <param name="given">Each specified name and how to read it from a person; a null name does not filter.</param>
internal sealed class NameFilter(params (string? Wanted, Func<Person, string?> NameOf)[] given)
{
    private readonly List<Predicate<Person>> _filters = Filters(given);

    /// <summary>True if nothing is filtered here, so that the service can limit the number of rows.</summary>
    public bool IsEmpty => _filters.Count == 0;

    /// <summary>The name for the service to filter by; null if it is filtered here.</summary>
    public static string? ServiceValue(string? wanted) => HasWildcards(wanted) ? null : wanted;

    /// <summary>True if a person matches the names with wildcards.</summary>
    public bool IsWanted(Person person) => _filters.TrueForAll(filter => filter(person));

    private static List<Predicate<Person>> Filters((string? Wanted, Func<Person, string?> NameOf)[] given)
    {
        var filters = new List<Predicate<Person>>();
        foreach ((string? wanted, Func<Person, string?> nameOf) in given)
        {
            if (HasWildcards(wanted))
            {
                var pattern = new NameWildcard(wanted);
                filters.Add(person => nameOf(person) is { } name && pattern.IsMatch(name));
            }
        }

        return filters;
    }

    private static bool HasWildcards([NotNullWhen(true)] string? name) =>
        WildcardPattern.ContainsWildcardCharacters(name);
}

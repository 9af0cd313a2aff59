using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Persons that are looked for by their names, addresses or ids, with wildcards.</summary>
/// <param name="parameter">The parameter, for errors.</param>
/// <param name="wanted">What was given.</param>
internal sealed class PersonFilter(string parameter, string[] wanted)
{
    private readonly NamePatterns _patterns = new(wanted);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The ids of the persons that were found.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>Whether a person is wanted.</summary>
    public bool IsWanted(Person person)
    {
        if (person.DisplayName is { } name)
        {
            _names.Add(name);
        }

        bool isWanted = _patterns.IsMatch([.. NamePatterns.NamesOf(person), person.Email, person.PersonId]);
        if (isWanted && person.PersonId is { } id)
        {
            _ids.Add(id);
        }

        return isWanted;
    }

    /// <summary>Refuses a name without wildcards that nobody had.</summary>
    /// <exception cref="PersonioException">Nobody had it; the message suggests similar ones.</exception>
    public void Check()
    {
        if (_patterns.Missing.FirstOrDefault() is not { } missing)
        {
            return;
        }

        IEnumerable<string> near = EditDistance.Nearest(_names, name => name, missing, DidYouMean.MaxSuggestions);
        throw new PersonioException(
            ErrorKind.NotFound,
            $"-{parameter} '{missing}' was not found among the persons that were read."
            + DidYouMean.Question(near.Select(name => $"'{name}'"))
            + $" Use a wildcard to match part of a name: '{missing}*'.")
        {
            Noun = "Person",
        };
    }
}

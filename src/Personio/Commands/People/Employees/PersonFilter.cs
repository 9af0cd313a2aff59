using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Matches persons by names, addresses or ids, with wildcards.</summary>
/// <param name="parameter">The name of the parameter, for errors.</param>
/// <param name="wanted">The specified values.</param>
internal sealed class PersonFilter(string parameter, string[] wanted)
{
    private readonly NamePatterns _patterns = new(wanted);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The ids of the matched persons.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>True if a person matches.</summary>
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

    /// <summary>Rejects a name without wildcards that matched nobody.</summary>
    /// <exception cref="PersonioException">Nobody had the name; the message suggests similar ones.</exception>
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
            + DidYouMean.ToQuestion(near.Select(name => $"'{name}'"))
            + $" Use a wildcard to match part of a name: '{missing}*'.")
        {
            Noun = "Person",
        };
    }
}

using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Persons that are looked for by their names, addresses or ids, with wildcards.</summary>
/// <param name="parameter">The parameter, for errors.</param>
/// <param name="wanted">What was given.</param>
internal sealed class PersonFilter(string parameter, string[] wanted)
{
    private const int MostNear = 3;

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

        bool isWanted = _patterns.IsMatch([.. NamePatterns.Of(person), person.Email, person.PersonId]);
        if (isWanted && person.PersonId is { } id)
        {
            _ids.Add(id);
        }

        return isWanted;
    }

    /// <summary>Refuses a name without wildcards that nobody had.</summary>
    /// <exception cref="PersonioException">Nobody had it; the message has near ones.</exception>
    public void Check()
    {
        if (_patterns.Missing.FirstOrDefault() is not { } missing)
        {
            return;
        }

        string[] near =
        [
            .. _names.OrderBy(name => EditDistance.Between(name.ToUpperInvariant(), missing.ToUpperInvariant()))
                .Take(MostNear).Select(name => $"'{name}'"),
        ];
        throw new PersonioException(
            ErrorKind.NotFound,
            $"-{parameter} '{missing}' was not found among the persons that were read. "
            + (near.Length == 0 ? "" : $"Near: {string.Join(", ", near)}. ")
            + $"Part of a name takes a wildcard: '{missing}*'.")
        {
            Noun = "Person",
        };
    }
}

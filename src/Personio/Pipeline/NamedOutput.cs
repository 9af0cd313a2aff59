using Personio.Client;

namespace Personio;

/// <summary>
/// Writes rows with the names of their persons. Rows wait until fifty are there, so that names cost one request for
/// many. Where a name cannot be read it is empty, and that is an error.
/// </summary>
internal sealed class NamedOutput<T>(
    ConnectedCommand command, Func<T, string?> personOf, Func<T, PersonName, T> withName)
    where T : class
{
    private const int Size = 50;

    private readonly List<T> _waiting = [];
    private readonly MissingNames _missing = new(command);
    private bool _isGivenUp;

    /// <summary>Takes a row.</summary>
    public void Add(T row)
    {
        _waiting.Add(row);
        if (_waiting.Count == Size)
        {
            Flush();
        }
    }

    /// <summary>Writes what is waiting.</summary>
    public void Flush()
    {
        IReadOnlyDictionary<string, PersonName> names = Names();
        foreach (T row in _waiting)
        {
            command.WriteObject(names.GetValueOrDefault(personOf(row) ?? "") is { } name ? withName(row, name) : row);
        }

        _waiting.Clear();
    }

    private IReadOnlyDictionary<string, PersonName> Names()
    {
        string[] ids = [.. _waiting.Select(personOf).OfType<string>().Distinct()];
        if (_isGivenUp || ids.Length == 0)
        {
            return new Dictionary<string, PersonName>();
        }

        try
        {
            IReadOnlyDictionary<string, PersonName> names =
                command.Await(token => command.Client.PersonNamesAsync(ids, token));
            _missing.Unknown("persons", ids.Where(id => names.GetValueOrDefault(id)?.DisplayName is null));
            return names;
        }
        catch (PersonioException fault)
        {
            _isGivenUp = true;
            _missing.Refused("persons", fault);
            return new Dictionary<string, PersonName>();
        }
    }
}

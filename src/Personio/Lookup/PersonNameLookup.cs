using Personio.Client;

namespace Personio;

/// <summary>
/// The names of persons for one cmdlet, with one request for many. Where names cannot be read there are none, and that
/// is an error, told once.
/// </summary>
internal sealed class PersonNameLookup(ConnectedCmdletBase command)
{
    private readonly MissingNames _missing = new(command);
    private bool _isGivenUp;

    /// <summary>The names of persons by their ids; who has none is not in it, or has no display name.</summary>
    public IReadOnlyDictionary<string, PersonName> Find(IEnumerable<string?> persons)
    {
        string[] ids = [.. persons.OfType<string>().Distinct()];
        if (_isGivenUp || ids.Length == 0)
        {
            return new Dictionary<string, PersonName>();
        }

        try
        {
            IReadOnlyDictionary<string, PersonName> names =
                command.Await(token => command.Client.Persons.NamesAsync(ids, token));
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

using Personio.Client;

namespace Personio;

/// <summary>
/// Looks up the names of persons for one cmdlet; one request covers many persons. If names cannot be read, the result
/// is empty and an error is reported once.
/// </summary>
internal sealed class PersonNameLookup(ConnectedCmdletBase command)
{
    private readonly MissingNames _missing = new(command);
    private bool _hasFailed;

    /// <summary>Returns names by ID. Unknown persons are missing or have no display name.</summary>
    public IReadOnlyDictionary<string, PersonName> Find(IEnumerable<string?> persons)
    {
        string[] ids = [.. persons.OfType<string>().Distinct()];
        if (_hasFailed || ids.Length == 0)
        {
            return new Dictionary<string, PersonName>();
        }

        try
        {
            IReadOnlyDictionary<string, PersonName> names =
                command.Await(token => command.Client.Persons.GetNamesAsync(ids, token));
            _missing.ReportUnknown("persons", ids.Where(id => names.GetValueOrDefault(id)?.DisplayName is null));
            return names;
        }
        catch (PersonioException fault)
        {
            _hasFailed = true;
            _missing.ReportRefused("persons", fault);
            return new Dictionary<string, PersonName>();
        }
    }
}

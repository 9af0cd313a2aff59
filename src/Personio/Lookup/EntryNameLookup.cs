using Personio.Client;

namespace Personio;

/// <summary>
/// The names of the entries of a list of the company, for one cmdlet, as the session keeps them. Where they cannot be
/// read there are none, and that is an error.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="list">The list.</param>
internal sealed class EntryNameLookup(ConnectedCmdletBase command, ICompanyList list)
{
    private readonly MissingNames _missing = new(command);

    /// <summary>The names of entries by their ids; who has none is not in it.</summary>
    public IReadOnlyDictionary<string, string> Find(IEnumerable<string> ids)
    {
        try
        {
            IReadOnlyDictionary<string, string> names =
                command.Await(token => command.Client.NamesByIdAsync(list, token));
            _missing.Unknown(list.PluralWords, ids.Where(id => !names.ContainsKey(id)));
            return names;
        }
        catch (PersonioException fault)
        {
            _missing.Refused(list.PluralWords, fault);
            return new Dictionary<string, string>();
        }
    }
}

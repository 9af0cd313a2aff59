using Personio.Client;

namespace Personio;

/// <summary>
/// Looks up the names of entries in a company list for one cmdlet, from the session's cache. If the list cannot be
/// read, the result is empty and an error is reported.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="list">The list.</param>
internal sealed class EntryNameLookup(ConnectedCmdletBase command, ICompanyList list)
{
    private readonly MissingNames _missing = new(command);

    /// <summary>Returns names by ID. If the list cannot be read, the result is empty.</summary>
    public IReadOnlyDictionary<string, string> Find(IEnumerable<string> ids)
    {
        try
        {
            IReadOnlyDictionary<string, string> names =
                command.Await(token => command.Client.GetNamesByIdAsync(list, token));
            _missing.ReportUnknown(list.PluralWords, ids.Where(id => !names.ContainsKey(id)));
            return names;
        }
        catch (PersonioException fault)
        {
            _missing.ReportRefused(list.PluralWords, fault);
            return new Dictionary<string, string>();
        }
    }
}

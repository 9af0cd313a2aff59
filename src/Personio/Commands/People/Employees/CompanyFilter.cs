using Personio.Client;

namespace Personio;

/// <summary>
/// A filter by the names of one of the company's lists, such as departments. Rows are compared by id, or by name where
/// they carry the names themselves.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="wanted">Names with wildcards, or ids.</param>
internal sealed class CompanyFilter(ICompanyList list, string[] wanted)
{
    private readonly NamePatterns _patterns = new(wanted);
    private readonly NameResolver<NamedEntry> _finder = CachedLists.ByName(list);
    private readonly List<NamedEntry> _seen = [];
    private HashSet<string>? _ids;
    private HashSet<string>? _names;

    /// <summary>Whether nothing can match: the wildcards match no entry of the list.</summary>
    public bool IsEmpty => _ids is { Count: 0 };

    /// <summary>Looks the names up in the list.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="isNamed">Whether the rows carry the names, so that a list that cannot be read does no harm.</param>
    /// <exception cref="PersonioException">
    /// Nothing has one of the names (<c>NotFound</c>), or the list cannot be read.
    /// </exception>
    public void Resolve(ConnectedCmdletBase command, bool isNamed)
    {
        CachedList<NamedEntry> rows = CachedLists.FromNames(command, list);
        try
        {
            NamedEntry[] entries = rows.Find(all => wanted.SelectMany(one => _finder.FindAll(all, one)).ToArray());
            _ids = new HashSet<string>(entries.Select(entry => entry.Id), StringComparer.Ordinal);
            _names = new HashSet<string>(entries.Select(entry => entry.Name), StringComparer.OrdinalIgnoreCase);
        }
        catch (PersonioException fault) when (isNamed && fault.Noun is null
            && fault.Kind is ErrorKind.AccessDenied or ErrorKind.NotFound)
        {
            command.WriteVerbose($"Names of -{list.Key} are compared without the list. {fault.Message}");
        }
    }

    /// <summary>Whether a row is wanted that has the ids.</summary>
    public bool IsWanted(IEnumerable<string?> ids) => ids.Any(id => id is not null && _ids!.Contains(id));

    /// <summary>Whether a row is wanted that has the names.</summary>
    public bool IsNamed(IEnumerable<string?> names)
    {
        string[] all = [.. names.OfType<string>()];
        if (_names is not null)
        {
            return Array.Exists(all, name => _names.Contains(name.Trim()));
        }

        _seen.AddRange(all.Select(name => new NamedEntry(name, name)));
        return _patterns.IsMatch(all);
    }

    /// <summary>Refuses a name that no row had, where the list could not be read.</summary>
    /// <exception cref="PersonioException">No row had one of the names.</exception>
    public void Check()
    {
        if (_names is null && _patterns.Missing.FirstOrDefault() is { } missing)
        {
            _ = _finder.FindAll([.. _seen.DistinctBy(entry => entry.Name)], missing);
        }
    }
}

using Personio.Client;

namespace Personio;

/// <summary>
/// Filters by the names in one of the company's lists, such as departments. Rows are matched by id, or by name if they
/// contain the names.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="wanted">Names with wildcards, or ids.</param>
internal sealed class CompanyFilter(ICompanyList list, string[] wanted)
{
    private readonly NamePatterns _patterns = new(wanted);
    private readonly NameResolver<NamedEntry> _finder = CachedLists.ByName(list);
    private readonly List<NamedEntry> _seenEntries = [];
    private HashSet<string>? _ids;
    private HashSet<string>? _names;

    /// <summary>True if nothing can match, because the wildcards match no entry of the list.</summary>
    public bool IsEmpty => _ids is { Count: 0 };

    /// <summary>Looks up the names in the list.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="isNamed">True if the rows contain the names, so that the filter works without the list.</param>
    /// <exception cref="PersonioException">
    /// A name does not exist (<c>NotFound</c>), or the list cannot be read.
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

    /// <summary>True if a row with these ids matches.</summary>
    public bool IsWanted(IEnumerable<string?> ids) => ids.Any(id => id is not null && _ids!.Contains(id));

    /// <summary>True if a row with these names matches.</summary>
    public bool IsNamed(IEnumerable<string?> names)
    {
        string[] all = [.. names.OfType<string>()];
        if (_names is not null)
        {
            return Array.Exists(all, name => _names.Contains(name.Trim()));
        }

        _seenEntries.AddRange(all.Select(name => new NamedEntry(name, name)));
        return _patterns.IsMatch(all);
    }

    /// <summary>Rejects a name that no row had, if the list could not be read.</summary>
    /// <exception cref="PersonioException">No row had one of the names.</exception>
    public void Check()
    {
        if (_names is null && _patterns.Missing.FirstOrDefault() is { } missing)
        {
            _ = _finder.FindAll([.. _seenEntries.DistinctBy(entry => entry.Name)], missing);
        }
    }
}

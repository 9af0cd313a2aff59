namespace Personio.Sandbox.Tenant;

/// <summary>All rows of one type in natural order, with lookups.</summary>
internal sealed class Table<T>
    where T : Row
{
    private readonly List<T> _rows = [];
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>> _byOwner = new(StringComparer.Ordinal);
    private (string Key, int Version, List<T> Rows) _sorted = ("", -1, []);
    private int _version;

    /// <summary>All rows, including removed ones.</summary>
    public IReadOnlyList<T> Rows => _rows;

    public IEnumerable<T> Live => _rows.Where(row => !row.IsRemoved);

    public void Add(T row)
    {
        _rows.Add(row);
        _byId.Add(row.Id, row);
        _version++;
        if (row.OwnerId is { } owner)
        {
            if (!_byOwner.TryGetValue(owner, out List<T>? owned))
            {
                _byOwner[owner] = owned = [];
            }

            owned.Add(row);
        }
    }

    /// <summary>The row with this ID, or null if it does not exist or was removed.</summary>
    public T? Find(string id) => _byId.TryGetValue(id, out T? row) && !row.IsRemoved ? row : null;

    public IReadOnlyList<T> OfOwner(string owner) => _byOwner.TryGetValue(owner, out List<T>? rows) ? rows : [];

    /// <summary>The rows that can match a filter on IDs or owners; the caller still has to test them.</summary>
    public IReadOnlyList<T> Candidates(IReadOnlyCollection<string>? ids, IReadOnlyCollection<string>? owners)
    {
        if (ids is not null)
        {
            return [.. ids.Distinct().Select(_byId.GetValueOrDefault).OfType<T>()];
        }

        return owners is null ? _rows : [.. owners.Distinct().SelectMany(OfOwner)];
    }

    /// <summary>
    /// All rows in another order. The latest order is cached, because requests for consecutive pages follow each other.
    /// </summary>
    public IReadOnlyList<T> Sorted(string key, Comparison<T> order)
    {
        if (_sorted.Key != key || _sorted.Version != _version)
        {
            // LINQ's sort is stable, so equal rows keep their natural order on every page.
            List<T> rows = [.. _rows.Order(Comparer<T>.Create(order))];
            _sorted = (key, _version, rows);
        }

        return _sorted.Rows;
    }

    public void Changed() => _version++;
}


namespace Personio.Rest;

/// <summary>
/// Remembers the ids of a listing in little memory: most are UUIDs, which take 16 bytes instead of a text.
/// </summary>
internal sealed class DuplicateFilter
{
    private readonly UuidSet _uuids = new();
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faults = new(StringComparer.Ordinal);

    /// <summary>How many rows were new, those without an id among them.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the id is new; one without an id always is.</summary>
    public bool Add(string? id)
    {
        bool isNew = id is null || (Guid.TryParseExact(id, "D", out Guid uuid) ? _uuids.Add(uuid) : _others.Add(id));
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Forgets all ids, for rows of another listing.</summary>
    public void Clear()
    {
        _uuids.Clear();
        _others.Clear();
        _faults.Clear();
        Count = 0;
    }

    /// <summary>Whether the row that cannot be read is new; one without an id always is.</summary>
    public bool AddFault(string? id) => id is null || _faults.Add(id);

    /// <summary>Whether the row of this id is new; one that comes twice is told.</summary>
    public bool AddRow(string? id, string path, IActivityLog log)
    {
        if (Add(id))
        {
            return true;
        }

        log.Verbose($"{path}: {id} came twice; the second was skipped.");
        return false;
    }
}


namespace Personio.Rest;

/// <summary>
/// Remembers the IDs of a list in little memory: most are UUIDs, which take 16 bytes instead of a string.
/// </summary>
internal sealed class DuplicateFilter
{
    private readonly UuidSet _uuids = new();
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faults = new(StringComparer.Ordinal);

    /// <summary>The number of distinct rows so far, including those without an ID.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an ID. True if it is new; a missing ID always is.</summary>
    public bool Add(string? id)
    {
        bool isNew = id is null || (Guid.TryParseExact(id, "D", out Guid uuid) ? _uuids.Add(uuid) : _others.Add(id));
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Forgets all IDs, for the rows of another list.</summary>
    public void Clear()
    {
        _uuids.Clear();
        _others.Clear();
        _faults.Clear();
        Count = 0;
    }

    /// <summary>Adds an unreadable row. True if its ID is new; a missing ID always is.</summary>
    public bool AddFault(string? id) => id is null || _faults.Add(id);

    /// <summary>Adds the ID of a row. True if it is new; a duplicate is logged.</summary>
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

namespace Personio.Rest;

/// <summary>
/// Remembers UUIDs in little more than their 16 bytes. It grows without moving them: what is left behind by a set that
/// grows at once is collected last, and takes as much memory as the set.
/// </summary>
internal sealed class UuidSet
{
    private const int BlockLength = 64;
    private const int FirstChains = 16;
    private const int Growth = 16;
    private const int MostInChain = 4;

    private readonly List<Entry[]> _blocks = [];

    // The latest entry of each chain, counted from 1; 0 where there is none.
    private int[] _chains = new int[FirstChains];
    private int _count;

    /// <summary>Adds a UUID.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(Guid uuid)
    {
        ref int latest = ref ChainOf(uuid);
        for (int at = latest; at > 0; at = EntryAt(at).Earlier)
        {
            if (EntryAt(at).Uuid == uuid)
            {
                return false;
            }
        }

        if (_count == _blocks.Count * BlockLength)
        {
            _blocks.Add(new Entry[BlockLength]);
        }

        EntryAt(++_count) = new Entry { Uuid = uuid, Earlier = latest };
        latest = _count;
        if (_count > MostInChain * _chains.Length)
        {
            ChainAnew();
        }

        return true;
    }

    /// <summary>Forgets all, and keeps the room for as many.</summary>
    public void Clear()
    {
        _count = 0;
        Array.Clear(_chains);
    }

    private ref Entry EntryAt(int at) => ref _blocks[(at - 1) / BlockLength][(at - 1) % BlockLength];

    private ref int ChainOf(Guid uuid) => ref _chains[(uint)uuid.GetHashCode() % _chains.Length];

    private void ChainAnew()
    {
        _chains = new int[_chains.Length * Growth];
        for (int at = 1; at <= _count; at++)
        {
            ref Entry entry = ref EntryAt(at);
            ref int latest = ref ChainOf(entry.Uuid);
            entry.Earlier = latest;
            latest = at;
        }
    }

    private struct Entry
    {
        public Guid Uuid;

        // The one before in the same chain.
        public int Earlier;
    }
}

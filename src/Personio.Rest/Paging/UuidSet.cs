namespace Personio.Rest;

/// <summary>
/// Remembers UUIDs in many small sets. One large set doubles its arrays when it is full, and what it leaves behind lies
/// among the large objects, which are collected last.
/// </summary>
internal sealed class UuidSet
{
    private const int Parts = 256;

    private readonly HashSet<Guid>?[] _parts = new HashSet<Guid>?[Parts];

    /// <summary>Adds a UUID.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(Guid uuid) => (_parts[(uint)uuid.GetHashCode() % Parts] ??= []).Add(uuid);

    /// <summary>Forgets all, and keeps the room for as many.</summary>
    public void Clear()
    {
        foreach (HashSet<Guid>? part in _parts)
        {
            part?.Clear();
        }
    }
}

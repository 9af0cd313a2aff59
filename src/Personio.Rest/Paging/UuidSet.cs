namespace Personio.Rest;

/// <summary>
/// Remembers UUIDs in many small sets. One large set doubles its arrays when full, and the old arrays stay on the large
/// object heap, which is collected last.
/// </summary>
internal sealed class UuidSet
{
    private const int PartCount = 256;

    private readonly HashSet<Guid>?[] _parts = new HashSet<Guid>?[PartCount];

    /// <summary>Adds a UUID.</summary>
    /// <returns>True if the UUID was not yet in the set.</returns>
    public bool Add(Guid uuid) => (_parts[(uint)uuid.GetHashCode() % PartCount] ??= []).Add(uuid);

    /// <summary>Forgets all UUIDs, but keeps the capacity.</summary>
    public void Clear()
    {
        foreach (HashSet<Guid>? part in _parts)
        {
            part?.Clear();
        }
    }
}

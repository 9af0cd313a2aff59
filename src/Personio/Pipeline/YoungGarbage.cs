namespace Personio;

/// <summary>
/// Keeps the memory of long streams flat. The runtime lets garbage lie until there is as much of it as the cache of the
/// processor is large: on servers that is more than a hundred megabytes for each PowerShell. To look through the young
/// objects now and then costs nothing that can be measured (docs/performance.md).
/// </summary>
internal sealed class YoungGarbage
{
    private const long Enough = 8 * 1024 * 1024;

    // Pages that waited for their turn are no longer young when they are done with.
    private const int Thorough = 8;

    private long _clean = GC.GetTotalAllocatedBytes();
    private int _times;

    /// <summary>Collects what is young, where enough was allocated since the last time.</summary>
    public void CollectSome()
    {
        if (GC.GetTotalAllocatedBytes() - _clean > Enough)
        {
            _times++;
            GC.Collect(_times % Thorough == 0 ? 2 : 1, GCCollectionMode.Forced, blocking: true);
            _clean = GC.GetTotalAllocatedBytes();
        }
    }
}

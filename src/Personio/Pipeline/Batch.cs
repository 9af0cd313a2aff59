namespace Personio;

/// <summary>Collects items until a batch is complete, for example to send one request for many.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="size">The size of a batch.</param>
/// <param name="work">Processes a batch of at least one item, in the order in which the items were added.</param>
internal sealed class Batch<T>(int size, Action<T[]> work)
{
    private readonly List<T> _waiting = [];

    /// <summary>Adds an item and processes the batch if it is complete.</summary>
    public void Add(T item)
    {
        _waiting.Add(item);
        if (_waiting.Count >= size)
        {
            Flush();
        }
    }

    /// <summary>Processes the collected items.</summary>
    public void Flush()
    {
        if (_waiting.Count > 0)
        {
            T[] items = [.. _waiting];
            _waiting.Clear();
            work(items);
        }
    }
}

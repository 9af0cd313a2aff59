namespace Personio;

/// <summary>Lets items wait until there are enough to be worked on together, as with one request for many.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="size">How many are enough.</param>
/// <param name="work">Works on some, at least one, in the order in which they came.</param>
internal sealed class Batch<T>(int size, Action<T[]> work)
{
    private readonly List<T> _waiting = [];

    /// <summary>Takes an item.</summary>
    public void Add(T item)
    {
        _waiting.Add(item);
        if (_waiting.Count >= size)
        {
            Flush();
        }
    }

    /// <summary>Works on those that are waiting.</summary>
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

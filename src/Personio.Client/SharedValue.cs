namespace Personio.Client;

/// <summary>
/// A value that is fetched once, shared by all who ask, and fetched again when it is older than its age.
/// </summary>
internal sealed class SharedValue<T>(TimeProvider time, TimeSpan age) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Kept? _kept;

    /// <summary>The value; fetched by the first who asks. A fetch that fails leaves nothing behind.</summary>
    public async ValueTask<T> GetAsync(Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
    {
        if (Fresh() is { } ready)
        {
            return ready;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Fresh() is { } meanwhile)
            {
                return meanwhile;
            }

            T value = await fetch(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _kept, new Kept(value, time.GetTimestamp()));
            return value;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private T? Fresh() =>
        Volatile.Read(ref _kept) is { } kept && time.GetElapsedTime(kept.At) < age ? kept.Value : null;

    private sealed record Kept(T Value, long At);
}

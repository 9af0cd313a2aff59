namespace Personio.Client;

/// <summary>
/// Splits a listing whose URL would be too long into parts that are read in sequence, each with some of the values of
/// its longest list. A row that matches values in two parts, such as two spellings of an address, is returned once.
/// </summary>
internal static class ListingInParts
{
    /// <summary>Returns the rows of a listing.</summary>
    /// <param name="whole">The request with all values.</param>
    /// <param name="read">Reads one part.</param>
    /// <param name="first">The maximum number of rows; null for all.</param>
    /// <param name="log">Receives a message about duplicate rows.</param>
    public static IAsyncEnumerable<T> Read<T>(
        ApiRequest whole, Func<ApiRequest, IAsyncEnumerable<T>> read, int? first, IActivityLog log) =>
        whole.Split() is { Count: > 1 } parts ? ReadAsync(parts, read, first, whole.Path, log) : read(whole);

    /// <summary>Returns the rows of a listing over days; the rows of each part are ordered by day.</summary>
    public static IAsyncEnumerable<T> Read<T>(
        WindowedQuery<T> query, Func<WindowedQuery<T>, IAsyncEnumerable<T>> read, IActivityLog log)
    {
        ApiRequest whole = query.Request(new DayWindow(query.From, query.To));
        return Read(
            whole,
            part => read(part == whole
                ? query
                : query with { Request = days => query.Request(days).NarrowedAs(part, whole) }),
            first: null,
            log);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        IReadOnlyList<ApiRequest> parts, Func<ApiRequest, IAsyncEnumerable<T>> read, int? first, string path,
        IActivityLog log)
    {
        var seen = new DuplicateFilter();
        int left = first ?? int.MaxValue;
        foreach (ApiRequest part in parts)
        {
            await foreach (T row in read(part).ConfigureAwait(false))
            {
                if (seen.AddRow(Identity.Get(row), path, log))
                {
                    yield return row;
                    if (--left == 0)
                    {
                        yield break;
                    }
                }
            }
        }
    }
}

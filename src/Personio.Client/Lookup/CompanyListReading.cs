namespace Personio.Client;

/// <summary>Reads the lists of the company that a session keeps, once in ten minutes for all who use it.</summary>
public static class CompanyListReading
{
    /// <summary>The entries of a list that is kept whole.</summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public static Task<IReadOnlyList<T>> ListKeptAsync<T>(
        this PersonioClient client, CompanyList<T> list, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(list);
        return list.ReadAsync(client, cancellationToken);
    }

    /// <summary>
    /// Lists entries as they are now. Where the request is the one of a list that the session keeps, it keeps what comes.
    /// </summary>
    /// <exception cref="PersonioException">They could not be read.</exception>
    public static Task<IReadOnlyList<T>> ListAnewAsync<T>(
        this PersonioClient client, ApiRequest request, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return CompanyLists.All.OfType<CompanyList<T>>().FirstOrDefault(list =>
            list.Requests is [{ } only] && only.PathAndQuery == request.PathAndQuery) is { } kept
            ? kept.ReadAnewAsync(client, cancellationToken)
            : client.ListAllAsync<T>(request, cancellationToken);
    }

    /// <summary>The names of a list.</summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public static Task<IReadOnlyList<NamedEntry>> NamesAsync(
        this PersonioClient client, ICompanyList list, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(list);
        return list.ReadNamesAsync(client, cancellationToken);
    }

    /// <summary>
    /// The names of the entries of a list by their ids, to stand in place of the ids. An entry without a name of its own is
    /// not in it: its id must not pass for a name.
    /// </summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> NamesByIdAsync(
        this PersonioClient client, ICompanyList list, CancellationToken cancellationToken = default) =>
        (await client.NamesAsync(list, cancellationToken).ConfigureAwait(false))
            .Where(entry => entry.IsNamed)
            .DistinctBy(entry => entry.Id)
            .ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);
}

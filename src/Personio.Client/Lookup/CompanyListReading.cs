namespace Personio.Client;

/// <summary>
/// Reads the lists of the company that a session caches, at most once in ten minutes for all callers.
/// </summary>
public static class CompanyListReading
{
    /// <summary>Returns the entries of a list that is cached as a whole.</summary>
    /// <exception cref="PersonioException">The list could not be read.</exception>
    public static Task<IReadOnlyList<T>> ListCachedAsync<T>(
        this PersonioClient client, CompanyList<T> list, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(list);
        return list.ReadAsync(client, cancellationToken);
    }

    /// <summary>Lists the current entries. If the request is that of a cached list, the result is cached.</summary>
    /// <exception cref="PersonioException">The entries could not be read.</exception>
    public static Task<IReadOnlyList<T>> ListCurrentAsync<T>(
        this PersonioClient client, ApiRequest request, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return CompanyLists.All.OfType<CompanyList<T>>().FirstOrDefault(list =>
            list.Requests is [{ } only] && only.PathAndQuery == request.PathAndQuery) is { } kept
            ? kept.ReadCurrentAsync(client, cancellationToken)
            : client.ListAllAsync<T>(request, cancellationToken);
    }

    /// <summary>Returns the names of the entries of a list.</summary>
    /// <exception cref="PersonioException">The list could not be read.</exception>
    public static Task<IReadOnlyList<NamedEntry>> GetNamesAsync(
        this PersonioClient client, ICompanyList list, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(list);
        return list.ReadNamesAsync(client, cancellationToken);
    }

    /// <summary>
    /// Returns the names of the entries of a list by id, to be shown instead of the ids. An entry without a name of its
    /// own is not included, because its id must not pass for a name.
    /// </summary>
    /// <exception cref="PersonioException">The list could not be read.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> GetNamesByIdAsync(
        this PersonioClient client, ICompanyList list, CancellationToken cancellationToken = default) =>
        (await client.GetNamesAsync(list, cancellationToken).ConfigureAwait(false))
            .Where(entry => entry.IsNamed)
            .DistinctBy(entry => entry.Id)
            .ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);
}

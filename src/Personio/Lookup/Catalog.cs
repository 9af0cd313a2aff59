namespace Personio;

/// <summary>One of the short lists that a company keeps, for one cmdlet, as the session keeps it.</summary>
/// <typeparam name="T">The type of its entries.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="listing">The listing, which is read whole.</param>
/// <param name="entries">How an entry is found.</param>
internal sealed class Catalog<T>(ConnectedCmdletBase command, Endpoint listing, NameResolver<T> entries)
    where T : class
{
    private readonly CachedList<T> _rows = new(command, (client, token) => client.ListKeptAsync<T>(listing, token));

    /// <summary>The one entry that is meant.</summary>
    /// <exception cref="PersonioException">
    /// There is none (<c>NotFound</c>), several have the name (<c>InvalidRequest</c>), or the list could not be read.
    /// </exception>
    public T Find(string nameOrId) => _rows.Find(all => entries.Find(all, nameOrId));
}

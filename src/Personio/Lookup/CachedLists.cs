using Personio.Client;

namespace Personio;

/// <summary>Creates one cmdlet's views of company lists that the session caches.</summary>
internal static class CachedLists
{
    /// <summary>A list that the session caches as a whole.</summary>
    /// <typeparam name="T">The type of the entries.</typeparam>
    /// <param name="command">The cmdlet.</param>
    /// <param name="list">The list.</param>
    /// <param name="ifRefused">
    /// The message if the credential may not read the list, which is then empty; null to treat that as an error.
    /// </param>
    public static CachedList<T> From<T>(ConnectedCmdletBase command, CompanyList<T> list, string? ifRefused = null)
        where T : class =>
        new(command, new NameResolver<T>(list), (client, token) => client.ListCachedAsync(list, token), ifRefused);

    /// <summary>The names of a list.</summary>
    public static CachedList<NamedEntry> FromNames(ConnectedCmdletBase command, ICompanyList list) =>
        new(command, ByName(list), (client, token) => client.GetNamesAsync(list, token));

    /// <summary>Finds entries of a list by ID or name.</summary>
    public static NameResolver<NamedEntry> ByName(ICompanyList list) =>
        new(list.Noun, list.Words, entry => entry.Id, entry => entry.Name);
}

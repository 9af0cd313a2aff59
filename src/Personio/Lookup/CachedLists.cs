using Personio.Client;

namespace Personio;

/// <summary>The lists of the company for one cmdlet, as the session keeps them.</summary>
internal static class CachedLists
{
    /// <summary>A list that the session keeps whole.</summary>
    /// <typeparam name="T">The type of its entries.</typeparam>
    /// <param name="command">The cmdlet.</param>
    /// <param name="list">The list.</param>
    /// <param name="ifRefused">
    /// What to say where the credential may not read the list, which is empty then; null where that is an error.
    /// </param>
    public static CachedList<T> From<T>(ConnectedCmdletBase command, CompanyList<T> list, string? ifRefused = null)
        where T : class =>
        new(command, new NameResolver<T>(list), (client, token) => client.ListKeptAsync(list, token), ifRefused);

    /// <summary>The names of a list.</summary>
    public static CachedList<NamedEntry> FromNames(ConnectedCmdletBase command, ICompanyList list) =>
        new(command, ByName(list), (client, token) => client.NamesAsync(list, token));

    /// <summary>Finds entries of a list by the names alone.</summary>
    public static NameResolver<NamedEntry> ByName(ICompanyList list) =>
        new(list.Noun, list.Words, entry => entry.Id, entry => entry.Name);
}

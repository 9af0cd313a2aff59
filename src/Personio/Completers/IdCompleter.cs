using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the IDs of entries of a company list by name.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
public class IdCompleter<T> : CachedNameCompleter
    where T : class
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.For<T>();
}

using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of the entries of one of the company's lists, by their names.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
public class IdCompleter<T> : CachedNameCompleter
    where T : class
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.For<T>();
}

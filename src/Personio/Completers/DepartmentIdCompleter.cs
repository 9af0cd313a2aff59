using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of departments by their names.</summary>
public sealed class DepartmentIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Departments;
}

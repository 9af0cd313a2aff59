using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's departments.</summary>
public sealed class DepartmentCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Departments;
}

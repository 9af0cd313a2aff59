using Personio.Client;
using Personio.Models;

namespace Personio.Completers;

/// <summary>Completes the names of the company's departments.</summary>
public sealed class DepartmentCompleter : NameOrIdCompleter<OrgUnit>
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.Departments;
}

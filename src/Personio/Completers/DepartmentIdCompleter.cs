using Personio.Client;
using Personio.Models;

namespace Personio.Completers;

/// <summary>Completes the IDs of departments by their names.</summary>
public sealed class DepartmentIdCompleter : IdCompleter<OrgUnit>
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.Departments;
}

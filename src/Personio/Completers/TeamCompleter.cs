using Personio.Client;
using Personio.Models;

namespace Personio.Completers;

/// <summary>Completes the names of the company's teams.</summary>
public sealed class TeamCompleter : NameOrIdCompleter<OrgUnit>
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.Teams;
}

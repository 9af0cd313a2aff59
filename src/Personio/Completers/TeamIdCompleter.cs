using Personio.Client;
using Personio.Models;

namespace Personio.Completers;

/// <summary>Completes the IDs of teams by their names.</summary>
public sealed class TeamIdCompleter : IdCompleter<OrgUnit>
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.Teams;
}

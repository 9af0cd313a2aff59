using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's teams.</summary>
public sealed class TeamCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Teams;
}

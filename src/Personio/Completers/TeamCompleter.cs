using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's teams.</summary>
public sealed class TeamCompleter : NameOrIdCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.Teams;
}

using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of teams by their names.</summary>
public sealed class TeamIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Teams;
}

using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of departments and teams by their names.</summary>
public sealed class OrgUnitIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.OrgUnits;
}

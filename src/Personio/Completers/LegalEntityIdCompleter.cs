using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of legal entities by their names.</summary>
public sealed class LegalEntityIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.LegalEntities;
}

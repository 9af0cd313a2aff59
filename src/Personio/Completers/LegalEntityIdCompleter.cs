using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of legal entities by their names.</summary>
public sealed class LegalEntityIdCompleter : CachedNameCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.LegalEntities;
}

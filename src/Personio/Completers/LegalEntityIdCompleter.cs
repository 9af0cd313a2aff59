namespace Personio.Completers;

/// <summary>Completes the ids of legal entities by their names.</summary>
public sealed class LegalEntityIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.LegalEntities;
}

namespace Personio.Completers;

/// <summary>Completes the ids of departments and teams by their names.</summary>
public sealed class OrgUnitIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.OrgUnits;
}

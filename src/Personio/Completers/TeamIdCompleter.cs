namespace Personio.Completers;

/// <summary>Completes the ids of teams by their names.</summary>
public sealed class TeamIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.Teams;
}

namespace Personio.Completers;

/// <summary>Completes the ids of workplaces by their names.</summary>
public sealed class WorkplaceIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.Workplaces;
}

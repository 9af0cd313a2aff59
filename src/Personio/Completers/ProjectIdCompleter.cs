namespace Personio.Completers;

/// <summary>Completes the ids of projects by their names.</summary>
public sealed class ProjectIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.Projects;
}

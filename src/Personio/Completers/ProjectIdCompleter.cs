using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of projects by their names.</summary>
public sealed class ProjectIdCompleter : CachedNameCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.Projects;
}

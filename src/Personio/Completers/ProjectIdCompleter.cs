using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of projects by their names.</summary>
public sealed class ProjectIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Projects;
}

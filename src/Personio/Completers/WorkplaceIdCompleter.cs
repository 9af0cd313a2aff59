using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of workplaces by their names.</summary>
public sealed class WorkplaceIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Workplaces;
}

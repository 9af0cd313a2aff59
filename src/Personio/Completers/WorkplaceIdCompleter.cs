using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of workplaces by their names.</summary>
public sealed class WorkplaceIdCompleter : CachedNameCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.Workplaces;
}

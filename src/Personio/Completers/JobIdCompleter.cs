using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of the jobs of the job catalogue by their names.</summary>
public sealed class JobIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Jobs;
}

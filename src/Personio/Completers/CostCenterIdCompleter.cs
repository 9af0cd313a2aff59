using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of cost centers by their names.</summary>
public sealed class CostCenterIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.CostCenters;
}

using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's cost centers.</summary>
public sealed class CostCenterCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.CostCenters;
}

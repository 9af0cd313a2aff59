using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's workplaces.</summary>
public sealed class WorkplaceCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Workplaces;
}

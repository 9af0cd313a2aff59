using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's workplaces.</summary>
public sealed class WorkplaceCompleter : NameOrIdCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.Workplaces;
}

using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's legal entities.</summary>
public sealed class LegalEntityCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.LegalEntities;
}

using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes compensation types by name.</summary>
public sealed class CompensationTypeCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.CompensationTypes;
}

using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes compensation types by name.</summary>
public sealed class CompensationTypeCompleter : NameOrIdCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.CompensationTypes;
}
